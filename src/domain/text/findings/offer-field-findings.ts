import type { FindingTexts } from './finding-text';
import type { Text } from '../language';

/** Said of many fields: what is wrong shows how to put it right. */
const correctIt: Text = {
  en: 'Correct "{field}" in the Editor and publish again.',
  es: 'Corrija «{field}» en el Editor y publique de nuevo.',
  ru: 'Исправьте поле «{field}» в редакторе и опубликуйте снова.',
  zh: '请在编辑器中更正“{field}”，然后重新发布。',
};

const shortenIt: Text = {
  en: 'Shorten "{field}" in the Editor and publish again.',
  es: 'Acorte «{field}» en el Editor y publique de nuevo.',
  ru: 'Сократите поле «{field}» в редакторе и опубликуйте снова.',
  zh: '请在编辑器中缩短“{field}”，然后重新发布。',
};

/** What one field's own form can get wrong. */
export const offerFieldFindings: FindingTexts = {
  'offer.field-missing': {
    message: {
      en: '"{field}" is missing.',
      es: 'Falta «{field}».',
      ru: 'Не заполнено поле «{field}».',
      zh: '缺少“{field}”。',
    },
    fix: {
      en: 'Fill in "{field}" in the Editor and publish again.',
      es: 'Rellene «{field}» en el Editor y publique de nuevo.',
      ru: 'Заполните поле «{field}» в редакторе и опубликуйте снова.',
      zh: '请在编辑器中填写“{field}”，然后重新发布。',
    },
  },
  'offer.field-type': {
    message: {
      en: '"{field}" is of the wrong kind: {expected} is needed, not {actual}.',
      es: '«{field}» es del tipo incorrecto: se necesita {expected}, no {actual}.',
      ru: 'Поле «{field}» неверного типа: нужно {expected}, а не {actual}.',
      zh: '“{field}”的类型不正确：应为 {expected}，而不是 {actual}。',
    },
    fix: correctIt,
  },
  'offer.field-invalid': {
    message: {
      en: '"{field}" has a form that is not understood.',
      es: '«{field}» tiene una forma que no se entiende.',
      ru: 'Поле «{field}» имеет непонятный вид.',
      zh: '无法识别“{field}”的格式。',
    },
    fix: correctIt,
  },
  'offer.field-too-long': {
    message: {
      en: '"{field}" has {length} characters; at most {limit} are allowed.',
      es: '«{field}» tiene {length} caracteres; se permiten como máximo {limit}.',
      ru: 'В поле «{field}» символов: {length}; допускается не более {limit}.',
      zh: '“{field}”有 {length} 个字符；最多允许 {limit} 个。',
    },
    fix: shortenIt,
  },
  'offer.field-too-short': {
    message: {
      en: '"{field}" has {length} characters; at least {limit} are needed.',
      es: '«{field}» tiene {length} caracteres; se necesitan al menos {limit}.',
      ru: 'В поле «{field}» символов: {length}; нужно не менее {limit}.',
      zh: '“{field}”有 {length} 个字符；至少需要 {limit} 个。',
    },
    fix: correctIt,
  },
  'offer.list-too-long': {
    message: {
      en: '"{field}" has {length} entries; at most {limit} are allowed.',
      es: '«{field}» tiene {length} entradas; se permiten como máximo {limit}.',
      ru: 'В списке «{field}» записей: {length}; допускается не более {limit}.',
      zh: '“{field}”有 {length} 项；最多允许 {limit} 项。',
    },
    fix: shortenIt,
  },
  'offer.list-empty': {
    message: {
      en: '"{field}" needs at least {limit} entry.',
      es: '«{field}» necesita al menos {limit} entrada.',
      ru: 'В списке «{field}» нужна хотя бы {limit} запись.',
      zh: '“{field}”至少需要 {limit} 项。',
    },
    fix: {
      en: 'Add an entry to "{field}" in the Editor and publish again.',
      es: 'Añada una entrada a «{field}» en el Editor y publique de nuevo.',
      ru: 'Добавьте запись в список «{field}» в редакторе и опубликуйте снова.',
      zh: '请在编辑器中为“{field}”添加一项，然后重新发布。',
    },
  },
  'offer.number-out-of-range': {
    message: {
      en: '"{field}" must be {expected}; it is {actual}.',
      es: '«{field}» debe ser {expected}; es {actual}.',
      ru: 'Значение «{field}» должно быть {expected}; указано {actual}.',
      zh: '“{field}”必须为 {expected}；当前为 {actual}。',
    },
    fix: correctIt,
  },
  'offer.choice-unknown': {
    message: {
      en: '"{field}" must be one of: {expected}.',
      es: '«{field}» debe ser uno de: {expected}.',
      ru: 'Значение «{field}» должно быть одним из: {expected}.',
      zh: '“{field}”必须是以下之一：{expected}。',
    },
    fix: correctIt,
  },
  'offer.email-invalid': {
    message: {
      en: '"{field}" is no e-mail address.',
      es: '«{field}» no es una dirección de correo.',
      ru: '«{field}» не является адресом электронной почты.',
      zh: '“{field}”不是电子邮件地址。',
    },
    fix: correctIt,
  },
  'offer.guid-invalid': {
    message: {
      en: '"{field}" holds something that is no subscription or tenant id ({expected}).',
      es: '«{field}» contiene algo que no es un identificador de suscripción o inquilino ({expected}).',
      ru: 'В поле «{field}» указано значение, которое не является идентификатором подписки или клиента ({expected}).',
      zh: '“{field}”包含不是订阅或租户 ID 的内容（{expected}）。',
    },
    fix: {
      en: 'Copy the id from the subscriptions page of the Azure portal.',
      es: 'Copie el identificador de la página de suscripciones de Azure Portal.',
      ru: 'Скопируйте идентификатор со страницы подписок портала Azure.',
      zh: '请从 Azure 门户的订阅页面复制该 ID。',
    },
  },
  'offer.id-invalid': {
    message: {
      en: '"{field}" may hold lower-case letters, digits, "-" and "_", and has 1 to 50 characters.',
      es: '«{field}» puede contener minúsculas, dígitos, «-» y «_», y tiene de 1 a 50 caracteres.',
      ru: '«{field}» может содержать строчные латинские буквы, цифры, «-» и «_», от 1 до 50 символов.',
      zh: '“{field}”只能包含小写字母、数字、“-”和“_”，长度为 1 到 50 个字符。',
    },
    fix: correctIt,
  },
  'offer.plan-id-invalid': {
    message: {
      en: 'A plan id may hold lower-case letters, digits, "-" and "_", has 1 to 50 characters and does not end in "-".',
      es: 'Un id. de plan puede contener minúsculas, dígitos, «-» y «_», tiene de 1 a 50 caracteres y no termina en «-».',
      ru: 'Идентификатор плана может содержать строчные латинские буквы, цифры, «-» и «_», от 1 до 50 символов, и не оканчивается на «-».',
      zh: '计划 ID 只能包含小写字母、数字、“-”和“_”，长度为 1 到 50 个字符，且不能以“-”结尾。',
    },
    fix: correctIt,
  },
  'offer.marketing-id-invalid': {
    message: {
      en: '"{field}" may hold letters, digits and "-", and has at most 50 characters.',
      es: '«{field}» puede contener letras, dígitos y «-», y tiene como máximo 50 caracteres.',
      ru: '«{field}» может содержать латинские буквы, цифры и «-», не более 50 символов.',
      zh: '“{field}”只能包含字母、数字和“-”，最多 50 个字符。',
    },
    fix: correctIt,
  },
  'offer.subcategories-too-many': {
    message: {
      en: 'A category has at most two subcategories.',
      es: 'Una categoría tiene como máximo dos subcategorías.',
      ru: 'У категории не более двух подкатегорий.',
      zh: '一个类别最多有两个子类别。',
    },
    fix: {
      en: 'Choose the two subcategories that fit best.',
      es: 'Elija las dos subcategorías más adecuadas.',
      ru: 'Выберите две самые подходящие подкатегории.',
      zh: '请选择最合适的两个子类别。',
    },
  },
};
