import { type Language, type Text, fillText } from '../language';
import { applicationFieldHelp } from './application-fields';
import { consultingFieldHelp } from './consulting-fields';
import { planFieldHelp } from './plan-field-help';

/** One sentence beside a field: what goes in, and who sees it; undefined where the name says it all. */
export function fieldHelp(field: string, language: Language): string | undefined {
  const help = Object.hasOwn(fieldHelps, field) ? fieldHelps[field] : undefined;
  return help && fillText(help, language, {});
}

/** By the last part of a field's key, like the names in `offer-fields.ts`. */
export const fieldHelps: Readonly<Record<string, Text>> = {
  id: {
    en: 'Lower-case letters, digits, - and _. It stands in addresses and cannot be changed later.',
    es: 'Minúsculas, dígitos, - y _. Aparece en las direcciones y no se puede cambiar después.',
    ru: 'Строчные латинские буквы, цифры, - и _. Входит в адреса, позже изменить нельзя.',
    zh: '小写字母、数字、- 和 _。它会出现在网址中，以后无法更改。',
  },
  displayText: {
    en: 'Only you see it: it names the offer in this portal until the offer has a title.',
    es: 'Solo lo ve usted: da nombre a la oferta en este portal hasta que tenga título.',
    ru: 'Видите только вы: так предложение называется на этом портале, пока не заполнено поле «Название».',
    zh: '仅您可见：在填写标题之前，产品/服务在此门户中使用此名称。',
  },
  offerMarketingUrlIdentifier: {
    en: 'Becomes part of the address of your product page.',
    es: 'Pasa a formar parte de la dirección de la página del producto.',
    ru: 'Становится частью адреса страницы продукта.',
    zh: '会成为产品页网址的一部分。',
  },
  title: {
    en: 'The headline of your product page.',
    es: 'El titular de la página del producto.',
    ru: 'Заголовок страницы продукта.',
    zh: '产品页的标题。',
  },
  summary: {
    en: 'Stands under the title in search results.',
    es: 'Aparece bajo el título en los resultados de búsqueda.',
    ru: 'Показывается под названием в результатах поиска.',
    zh: '在搜索结果中显示于标题下方。',
  },
  longSummary: {
    en: 'Opens your product page: what it is, and for whom.',
    es: 'Abre la página del producto: qué es y para quién.',
    ru: 'Открывает страницу продукта: что это и для кого.',
    zh: '位于产品页开头：说明产品是什么、适合谁。',
  },
  description: {
    en: 'Simple HTML: paragraphs, headings, lists, bold, italics and links.',
    es: 'HTML sencillo: párrafos, títulos, listas, negrita, cursiva y vínculos.',
    ru: 'Простой HTML: абзацы, заголовки, списки, полужирный, курсив и ссылки.',
    zh: '简单 HTML：段落、标题、列表、粗体、斜体和链接。',
  },
  allowedSubscriptions: {
    en: 'One subscription id a line. Only these see the preview before you go live.',
    es: 'Un id. de suscripción por línea. Solo estas ven la vista previa antes de la puesta en producción.',
    ru: 'По одному идентификатору подписки в строке. Только они увидят предложение до запуска.',
    zh: '每行一个订阅 ID。推出之前只有这些订阅能看到预览。',
  },
  categoryMap: {
    en: 'Up to two categories, each with up to two subcategories.',
    es: 'Hasta dos categorías, cada una con un máximo de dos subcategorías.',
    ru: 'До двух категорий, в каждой до двух подкатегорий.',
    zh: '最多两个类别，每个类别最多两个子类别。',
  },
  categoryL2: { en: 'One a line.', es: 'Una por línea.', ru: 'По одной в строке.', zh: '每行一个。' },
  smallLogo: {
    en: 'PNG or JPEG. It is stored anew in the right size.',
    es: 'PNG o JPEG. Se vuelve a guardar en el tamaño correcto.',
    ru: 'PNG или JPEG. Сохраняется заново в нужном размере.',
    zh: 'PNG 或 JPEG。会按正确尺寸重新保存。',
  },
  screenshots: {
    en: 'Up to five pictures, 533 x 324.',
    es: 'Hasta cinco imágenes de 533 x 324.',
    ru: 'До пяти изображений 533 x 324.',
    zh: '最多五张图片，533 x 324。',
  },
  privacyURL: {
    en: 'What you do with customers’ data.',
    es: 'Qué hace con los datos de los clientes.',
    ru: 'Как вы обращаетесь с данными клиентов.',
    zh: '您如何处理客户数据。',
  },
  useEnterpriseContract: {
    en: 'Customers agree to the standard contract; you need no terms of your own.',
    es: 'Los clientes aceptan el contrato estándar; no necesita términos propios.',
    ru: 'Клиенты принимают стандартный договор, свои условия не нужны.',
    zh: '客户接受标准合同，您无需自己的条款。',
  },
  termsOfUse: {
    en: 'Required unless you use the standard contract. Simple HTML.',
    es: 'Obligatorios si no usa el contrato estándar. HTML sencillo.',
    ru: 'Обязательны, если не используется стандартный договор. Простой HTML.',
    zh: '不使用标准合同时必填。简单 HTML。',
  },
  engineeringContactName: {
    en: 'Whom we ask about technical problems; customers do not see it.',
    es: 'A quién preguntamos por problemas técnicos; los clientes no lo ven.',
    ru: 'К кому обращаться с техническими вопросами; клиенты этого не видят.',
    zh: '出现技术问题时的联系人；客户看不到。',
  },
  supportContactName: {
    en: 'Whom customers can turn to.',
    es: 'A quién pueden acudir los clientes.',
    ru: 'К кому могут обратиться клиенты.',
    zh: '客户可以联系的人。',
  },
  leadDestination: {
    en: 'Where we send the contact data of customers who want your offer. Packaging sends a test lead.',
    es: 'Adónde enviamos los datos de contacto de los clientes interesados. El empaquetado envía uno de prueba.',
    ru: 'Куда отправлять контакты заинтересованных клиентов. При упаковке отправляется тестовая запись.',
    zh: '将感兴趣客户的联系信息发送到何处。打包时会发送一条测试数据。',
  },
  leadNotificationEmails: {
    en: 'Several addresses are separated by commas.',
    es: 'Varias direcciones se separan con comas.',
    ru: 'Несколько адресов разделяются запятыми.',
    zh: '多个地址用逗号分隔。',
  },
  storageAccountConnectionString: {
    en: 'For an Azure table. It is stored encrypted; leave the mask to keep it.',
    es: 'Para una tabla de Azure. Se guarda cifrada; deje la máscara para conservarla.',
    ru: 'Для таблицы Azure. Хранится в зашифрованном виде; оставьте маску, чтобы сохранить значение.',
    zh: '用于 Azure 表。加密存储；保留掩码即保留原值。',
  },
  httpsEndpointUrl: {
    en: 'For an HTTPS address. Each lead is sent there as JSON.',
    es: 'Para una dirección HTTPS. Cada cliente potencial se envía allí como JSON.',
    ru: 'Для адреса HTTPS. Каждая запись отправляется туда в виде JSON.',
    zh: '用于 HTTPS 地址。每条潜在顾客以 JSON 发送到该处。',
  },
  ...planFieldHelp,
  ...applicationFieldHelp,
  ...consultingFieldHelp,
};
