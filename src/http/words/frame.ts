import type { Text } from '../../domain/text/language';

/** What stands around every page. */
export const frameWords = {
  product: {
    en: 'Offer publication',
    es: 'Publicación de ofertas',
    ru: 'Публикация предложений',
    zh: '产品/服务发布',
  },
  portal: { en: 'Portal', es: 'Portal', ru: 'Портал', zh: '门户' },
  account: { en: 'Account', es: 'Cuenta', ru: 'Учётная запись', zh: '帐户' },
  leads: { en: 'Leads', es: 'Clientes potenciales', ru: 'Потенциальные клиенты', zh: '潜在顾客' },
  api: { en: 'API', es: 'API', ru: 'API', zh: 'API' },
  offerPages: {
    en: 'Pages of this offer',
    es: 'Páginas de esta oferta',
    ru: 'Страницы предложения',
    zh: '此产品/服务的页面',
  },
  'tab.editor': { en: 'Editor', es: 'Editor', ru: 'Редактор', zh: '编辑器' },
  'tab.status': { en: 'Status', es: 'Estado', ru: 'Состояние', zh: '状态' },
  'tab.history': { en: 'History', es: 'Historial', ru: 'Журнал', zh: '历史记录' },
  'tab.compare': { en: 'Compare', es: 'Comparar', ru: 'Сравнение', zh: '比较' },
  stale: {
    en: 'The server does not answer just now, so this page may be out of date. It tries again by itself.',
    es: 'El servidor no responde ahora, así que esta página puede no estar al día. Lo intenta de nuevo por sí sola.',
    ru: 'Сервер сейчас не отвечает, страница могла устареть. Она обновится сама.',
    zh: '服务器目前没有响应，此页可能不是最新的。页面会自动重试。',
  },
} satisfies Record<string, Text>;
