import { type Language, type Text, fillText } from './language';

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
