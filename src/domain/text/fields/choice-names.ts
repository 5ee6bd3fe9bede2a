import { consultingChoices } from './consulting-fields';
import { type Language, type Text, fillText } from '../language';

/** What people read for a value they choose; a value without words, e.g. `Linux`, goes by itself. */
export function choiceName(field: string, value: string, language: Language): string {
  const names = Object.hasOwn(choiceNames, field) ? choiceNames[field] : undefined;
  const name = names !== undefined && Object.hasOwn(names, value) ? names[value] : undefined;
  return name === undefined ? value : fillText(name, language, {});
}

/** By the field's key in `offer-fields.ts`, then by the value as the document has it. */
const choiceNames: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  leadDestination: {
    None: { en: 'Nowhere', es: 'A ninguna parte', ru: 'Никуда', zh: '不发送' },
    AzureTable: { en: 'Azure table', es: 'Tabla de Azure', ru: 'Таблица Azure', zh: 'Azure 表' },
    HttpsEndpoint: {
      en: 'HTTPS address',
      es: 'Dirección HTTPS',
      ru: 'Адрес HTTPS',
      zh: 'HTTPS 地址',
    },
  },
  skuType: {
    'solution-template': {
      en: 'Solution template',
      es: 'Plantilla de solución',
      ru: 'Шаблон решения',
      zh: '解决方案模板',
    },
    'managed-application': {
      en: 'Managed application',
      es: 'Aplicación administrada',
      ru: 'Управляемое приложение',
      zh: '托管应用程序',
    },
  },
  kind: {
    'virtual-machine': {
      en: 'Virtual machine',
      es: 'Máquina virtual',
      ru: 'Виртуальная машина',
      zh: '虚拟机',
    },
    'developer-service': {
      en: 'Developer service',
      es: 'Servicio para desarrolladores',
      ru: 'Служба для разработчиков',
      zh: '开发人员服务',
    },
    'data-service': { en: 'Data service', es: 'Servicio de datos', ru: 'Служба данных', zh: '数据服务' },
    'solution-template': {
      en: 'Solution template',
      es: 'Plantilla de solución',
      ru: 'Шаблон решения',
      zh: '解决方案模板',
    },
  },
  ...consultingChoices,
  priceModel: {
    fixed: { en: 'At a fixed price', es: 'A precio fijo', ru: 'По твёрдой цене', zh: '固定价格' },
    estimated: {
      en: 'At an estimated price',
      es: 'A precio estimado',
      ru: 'По ориентировочной цене',
      zh: '预估价格',
    },
    free: { en: 'Free', es: 'Gratis', ru: 'Бесплатно', zh: '免费' },
    monthly: { en: 'By the month', es: 'Por meses', ru: 'Помесячно', zh: '按月' },
    byol: {
      en: 'By a contract of your own',
      es: 'Con contrato propio',
      ru: 'По собственному договору',
      zh: '按您自己的合同',
    },
  },
  deploymentMode: {
    Complete: { en: 'Complete', es: 'Completo', ru: 'Полный', zh: '完整' },
    Incremental: { en: 'Incremental', es: 'De forma incremental', ru: 'Добавочный', zh: '增量' },
  },
  cloudAvailability: {
    PublicAzure: { en: 'Public Azure', es: 'Azure público', ru: 'Общедоступный Azure', zh: '公共 Azure' },
    Fairfax: {
      en: 'Azure for the US government',
      es: 'Azure para el Gobierno de EE. UU.',
      ru: 'Azure для правительства США',
      zh: '美国政府 Azure',
    },
    Mooncake: { en: 'Azure in China', es: 'Azure en China', ru: 'Azure в Китае', zh: '中国 Azure' },
    Blackforest: {
      en: 'Azure in Germany',
      es: 'Azure en Alemania',
      ru: 'Azure в Германии',
      zh: '德国 Azure',
    },
  },
};
