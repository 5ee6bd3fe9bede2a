import { applicationFieldLabels } from './application-fields';
import { consultingFieldLabels } from './consulting-fields';
import { planFieldLabels } from './plan-fields';
import { stagedFieldLabels } from './staged-fields';
import { fillText, type Language, type Text } from '../language';

/** The name of a field as the Editor shows it; a field nobody named goes by its key. */
export function fieldLabel(field: string, language: Language): string {
  const label = Object.hasOwn(fieldLabels, field) ? fieldLabels[field] : undefined;
  return label === undefined ? field : fillText(label, language, {});
}

/** By the last part of a field's key: `microsoft-azure-marketplace.title` is `title`. */
export const fieldLabels: Readonly<Record<string, Text>> = {
  id: { en: 'Id', es: 'Identificador', ru: 'Идентификатор', zh: 'ID' },
  publisherId: { en: 'Publisher id', es: 'Id. de publicador', ru: 'Идентификатор издателя', zh: '发布者 ID' },
  offerTypeId: { en: 'Offer type', es: 'Tipo de oferta', ru: 'Тип предложения', zh: '产品/服务类型' },
  definition: { en: 'Definition', es: 'Definición', ru: 'Определение', zh: '定义' },
  offer: { en: 'Offer', es: 'Oferta', ru: 'Предложение', zh: '产品/服务' },
  plans: { en: 'Plans', es: 'Planes', ru: 'Планы', zh: '计划' },
  displayText: {
    en: 'Working name',
    es: 'Nombre de trabajo',
    ru: 'Рабочее название',
    zh: '工作名称',
  },
  title: { en: 'Title', es: 'Título', ru: 'Название', zh: '标题' },
  summary: { en: 'Summary', es: 'Resumen', ru: 'Краткое описание', zh: '摘要' },
  longSummary: { en: 'Long summary', es: 'Resumen largo', ru: 'Развёрнутое краткое описание', zh: '长摘要' },
  description: { en: 'Description', es: 'Descripción', ru: 'Описание', zh: '说明' },
  offerMarketingUrlIdentifier: {
    en: 'Marketing identifier',
    es: 'Identificador de marketing',
    ru: 'Маркетинговый идентификатор',
    zh: '市场营销标识符',
  },
  allowedSubscriptions: {
    en: 'Preview subscription ids',
    es: 'Id. de suscripciones de vista previa',
    ru: 'Идентификаторы подписок для предварительного просмотра',
    zh: '预览订阅 ID',
  },
  usefulLinks: { en: 'Useful links', es: 'Vínculos útiles', ru: 'Полезные ссылки', zh: '有用链接' },
  linkTitle: {
    en: 'Title of a useful link',
    es: 'Título de un vínculo útil',
    ru: 'Название полезной ссылки',
    zh: '有用链接的标题',
  },
  linkUrl: {
    en: 'Address of a useful link',
    es: 'Dirección de un vínculo útil',
    ru: 'Адрес полезной ссылки',
    zh: '有用链接的地址',
  },
  categoryMap: { en: 'Categories', es: 'Categorías', ru: 'Категории', zh: '类别' },
  categories: { en: 'Categories', es: 'Categorías', ru: 'Категории', zh: '类别' },
  categoryL1: { en: 'Category', es: 'Categoría', ru: 'Категория', zh: '类别' },
  categoryL2: { en: 'Subcategories', es: 'Subcategorías', ru: 'Подкатегории', zh: '子类别' },
  smallLogo: {
    en: 'Small logo (40 x 40)',
    es: 'Logotipo pequeño (40 x 40)',
    ru: 'Малый логотип (40 x 40)',
    zh: '小徽标 (40 x 40)',
  },
  mediumLogo: {
    en: 'Medium logo (90 x 90)',
    es: 'Logotipo mediano (90 x 90)',
    ru: 'Средний логотип (90 x 90)',
    zh: '中徽标 (90 x 90)',
  },
  largeLogo: {
    en: 'Large logo (115 x 115)',
    es: 'Logotipo grande (115 x 115)',
    ru: 'Большой логотип (115 x 115)',
    zh: '大徽标 (115 x 115)',
  },
  wideLogo: {
    en: 'Wide logo (255 x 115)',
    es: 'Logotipo ancho (255 x 115)',
    ru: 'Широкий логотип (255 x 115)',
    zh: '宽徽标 (255 x 115)',
  },
  heroLogo: {
    en: 'Hero logo (815 x 290)',
    es: 'Logotipo principal (815 x 290)',
    ru: 'Главный баннер (815 x 290)',
    zh: '主图 (815 x 290)',
  },
  screenshot: { en: 'Screenshot', es: 'Captura de pantalla', ru: 'Снимок экрана', zh: '屏幕截图' },
  screenshots: { en: 'Screenshots', es: 'Capturas de pantalla', ru: 'Снимки экрана', zh: '屏幕截图' },
  videos: { en: 'Videos', es: 'Vídeos', ru: 'Видео', zh: '视频' },
  url: { en: 'Address', es: 'Dirección', ru: 'Адрес', zh: '地址' },
  leadDestination: {
    en: 'Lead destination',
    es: 'Destino de clientes potenciales',
    ru: 'Назначение потенциальных клиентов',
    zh: '潜在顾客目标',
  },
  leadNotificationEmails: {
    en: 'Notification addresses for leads',
    es: 'Correos de aviso de clientes potenciales',
    ru: 'Адреса уведомлений о потенциальных клиентах',
    zh: '潜在顾客通知邮箱',
  },
  tableLeadConfiguration: {
    en: 'Azure table for leads',
    es: 'Tabla de Azure para clientes potenciales',
    ru: 'Таблица Azure для потенциальных клиентов',
    zh: '潜在顾客 Azure 表',
  },
  httpsEndpointLeadConfiguration: {
    en: 'HTTPS endpoint for leads',
    es: 'Punto de conexión HTTPS para clientes potenciales',
    ru: 'Конечная точка HTTPS для потенциальных клиентов',
    zh: '潜在顾客 HTTPS 终结点',
  },
  storageAccountConnectionString: {
    en: 'Connection string of the storage account',
    es: 'Cadena de conexión de la cuenta de almacenamiento',
    ru: 'Строка подключения учётной записи хранения',
    zh: '存储帐户连接字符串',
  },
  httpsEndpointUrl: {
    en: 'Address of the HTTPS endpoint',
    es: 'Dirección del punto de conexión HTTPS',
    ru: 'Адрес конечной точки HTTPS',
    zh: 'HTTPS 终结点地址',
  },
  privacyURL: {
    en: 'Privacy policy address',
    es: 'Dirección de la directiva de privacidad',
    ru: 'Адрес политики конфиденциальности',
    zh: '隐私策略网址',
  },
  useEnterpriseContract: {
    en: 'Use the standard contract',
    es: 'Usar el contrato estándar',
    ru: 'Использовать стандартный договор',
    zh: '使用标准合同',
  },
  termsOfUse: { en: 'Terms of use', es: 'Términos de uso', ru: 'Условия использования', zh: '使用条款' },
  engineeringContactName: {
    en: 'Engineering contact: name',
    es: 'Contacto de ingeniería: nombre',
    ru: 'Технический контакт: имя',
    zh: '工程联系人：姓名',
  },
  engineeringContactEmail: {
    en: 'Engineering contact: e-mail',
    es: 'Contacto de ingeniería: correo',
    ru: 'Технический контакт: эл. почта',
    zh: '工程联系人：电子邮件',
  },
  engineeringContactPhone: {
    en: 'Engineering contact: phone',
    es: 'Contacto de ingeniería: teléfono',
    ru: 'Технический контакт: телефон',
    zh: '工程联系人：电话',
  },
  supportContactName: {
    en: 'Support contact: name',
    es: 'Contacto de soporte: nombre',
    ru: 'Контакт поддержки: имя',
    zh: '支持联系人：姓名',
  },
  supportContactEmail: {
    en: 'Support contact: e-mail',
    es: 'Contacto de soporte: correo',
    ru: 'Контакт поддержки: эл. почта',
    zh: '支持联系人：电子邮件',
  },
  supportContactPhone: {
    en: 'Support contact: phone',
    es: 'Contacto de soporte: teléfono',
    ru: 'Контакт поддержки: телефон',
    zh: '支持联系人：电话',
  },
  publicAzureSupportUrl: {
    en: 'Support address',
    es: 'Dirección de soporte',
    ru: 'Адрес поддержки',
    zh: '支持网址',
  },
  fairfaxSupportUrl: {
    en: 'Support address (government cloud)',
    es: 'Dirección de soporte (nube gubernamental)',
    ru: 'Адрес поддержки (правительственное облако)',
    zh: '支持网址（政府云）',
  },
  ...planFieldLabels,
  ...stagedFieldLabels,
  ...consultingFieldLabels,
  ...applicationFieldLabels,
};
