import type { Text } from '../language';

/** Names of the fields of the 2015 portal's services, by their label. */
export const stagedFieldLabels: Readonly<Record<string, Text>> = {
  endpoints: { en: 'Endpoints', es: 'Puntos de conexión', ru: 'Конечные точки', zh: '终结点' },
  endpointName: {
    en: 'Name of the endpoint',
    es: 'Nombre del punto de conexión',
    ru: 'Название конечной точки',
    zh: '终结点名称',
  },
  endpointUrl: {
    en: 'Address of the endpoint',
    es: 'Dirección del punto de conexión',
    ru: 'Адрес конечной точки',
    zh: '终结点地址',
  },
  documentationUrl: {
    en: 'Address of the documentation',
    es: 'Dirección de la documentación',
    ru: 'Адрес документации',
    zh: '文档地址',
  },
  priceModel: {
    en: 'How it is paid',
    es: 'Modelo de pago',
    ru: 'Способ оплаты',
    zh: '付费方式',
  },
  monthly: {
    en: 'Price a month',
    es: 'Precio al mes',
    ru: 'Цена за месяц',
    zh: '每月价格',
  },
};
