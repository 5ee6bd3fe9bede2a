import type { Text } from '../../domain/text/language';

export const supportWords = {
  support: { en: 'Get support', es: 'Obtener soporte', ru: 'Обратиться в поддержку', zh: '获取支持' },
  supportHelp: {
    en: 'The current step and its findings are sent along; you need not repeat them.',
    es: 'El paso actual y sus resultados se envían también; no hace falta repetirlos.',
    ru: 'Текущий этап и замечания отправляются вместе с запросом, повторять их не нужно.',
    zh: '当前步骤和发现的问题会一并发送，无需重复填写。',
  },
  contact: {
    en: 'Your e-mail address',
    es: 'Su correo electrónico',
    ru: 'Ваш адрес электронной почты',
    zh: '您的电子邮件地址',
  },
  request: {
    en: 'What can we help with?',
    es: '¿En qué podemos ayudar?',
    ru: 'Чем помочь?',
    zh: '需要什么帮助？',
  },
  send: { en: 'Send', es: 'Enviar', ru: 'Отправить', zh: '发送' },
  supportSent: {
    en: 'Your request was received: case {case}',
    es: 'Hemos recibido su solicitud: caso {case}',
    ru: 'Запрос принят: номер {case}',
    zh: '已收到您的请求：编号 {case}',
  },
  supportMailed: {
    en: 'A copy was sent to {contact}. Support answers there.',
    es: 'Se ha enviado una copia a {contact}. Soporte responderá ahí.',
    ru: 'Копия отправлена на {contact}. Ответ придёт туда же.',
    zh: '副本已发送至 {contact}，支持人员将在那里答复。',
  },
  supportNotMailed: {
    en: 'The mail server does not answer just now. The request is stored; tell support the case number.',
    es: 'El servidor de correo no responde ahora. La solicitud está guardada; indique el número de caso a soporte.',
    ru: 'Почтовый сервер сейчас не отвечает. Запрос сохранён; сообщите поддержке его номер.',
    zh: '邮件服务器目前没有响应。请求已保存；请将编号告知支持人员。',
  },
  badContact: {
    en: 'Enter one e-mail address so that support can answer. Nothing was sent.',
    es: 'Escriba una dirección de correo para que soporte pueda responder. No se ha enviado nada.',
    ru: 'Укажите один адрес электронной почты для ответа. Ничего не отправлено.',
    zh: '请输入一个电子邮件地址以便答复。未发送任何内容。',
  },
  badRequest: {
    en: 'Describe the problem in 1 to 5,000 characters. Nothing was sent.',
    es: 'Describa el problema en 1 a 5.000 caracteres. No se ha enviado nada.',
    ru: 'Опишите проблему (от 1 до 5000 символов). Ничего не отправлено.',
    zh: '请用 1 至 5000 个字符描述问题。未发送任何内容。',
  },
  back: { en: 'Back to the status', es: 'Volver al estado', ru: 'Назад к состоянию', zh: '返回状态页' },
  supportSubject: {
    en: 'Support request {case} for {offer}',
    es: 'Solicitud de soporte {case} para {offer}',
    ru: 'Запрос в поддержку {case}: {offer}',
    zh: '{offer} 的支持请求 {case}',
  },
} satisfies Record<string, Text>;
