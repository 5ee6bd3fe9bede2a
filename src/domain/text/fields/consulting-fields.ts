import type { Text } from '../language';

/** Names of the fields of consulting services, by their label. */
export const consultingFieldLabels: Readonly<Record<string, Text>> = {
  serviceType: {
    en: 'Kind of engagement',
    es: 'Tipo de servicio',
    ru: 'Вид услуги',
    zh: '服务类型',
  },
  duration: { en: 'Duration', es: 'Duración', ru: 'Длительность', zh: '时长' },
  countries: { en: 'Countries', es: 'Países', ru: 'Страны', zh: '国家/地区' },
  amount: { en: 'Price', es: 'Precio', ru: 'Цена', zh: '价格' },
};

export const consultingFieldHelp: Readonly<Record<string, Text>> = {
  serviceType: {
    en: 'The title ends with it: “Cloud readiness: 2-Week Assessment”.',
    es: 'El título termina con él: «Cloud readiness: 2-Week Assessment».',
    ru: 'Им заканчивается название: «Cloud readiness: 2-Week Assessment».',
    zh: '标题以它结尾：“Cloud readiness: 2-Week Assessment”。',
  },
  duration: {
    en: 'A number and Hour, Day, Week or Month: 2-Week.',
    es: 'Un número y Hour, Day, Week o Month: 2-Week.',
    ru: 'Число и Hour, Day, Week или Month: 2-Week.',
    zh: '数字加 Hour、Day、Week 或 Month：2-Week。',
  },
  countries: {
    en: 'Where you work: one two-letter code a line, e.g. US.',
    es: 'Dónde trabaja: un código de dos letras por línea, p. ej. US.',
    ru: 'Где вы работаете: по одному двухбуквенному коду в строке, например US.',
    zh: '服务地区：每行一个两字母代码，例如 US。',
  },
  amount: {
    en: 'For the whole engagement. Empty when it is free.',
    es: 'Por todo el servicio. Vacío si es gratuito.',
    ru: 'За всю услугу. Пусто, если она бесплатна.',
    zh: '整个服务的价格。免费时留空。',
  },
};

/** By the field's label, then by the value as the document has it. */
export const consultingChoices: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  serviceType: {
    Assessment: { en: 'Assessment', es: 'Evaluación', ru: 'Оценка', zh: '评估' },
    Briefing: { en: 'Briefing', es: 'Sesión informativa', ru: 'Вводная встреча', zh: '简报' },
    Implementation: { en: 'Implementation', es: 'Implementación', ru: 'Внедрение', zh: '实施' },
    'Proof-of-Concept': {
      en: 'Proof of concept',
      es: 'Prueba de concepto',
      ru: 'Проверка концепции',
      zh: '概念验证',
    },
    Workshop: { en: 'Workshop', es: 'Taller', ru: 'Семинар', zh: '研讨会' },
  },
};
