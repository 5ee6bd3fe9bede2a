import type { Language, Text } from '../language';

/** What is wrong with a value, for rules that look at it in several ways; `params.flaw` names it. */
export function flawName(flaw: string, language: Language): string {
  return isFlaw(flaw) ? flawNames[flaw][language] : flaw;
}

export type Flaw = keyof typeof flawNames;

const isFlaw = (flaw: string): flaw is Flaw => Object.hasOwn(flawNames, flaw);

const flawNames = {
  // JSON
  empty: { en: 'it is empty', es: 'está vacío', ru: 'он пуст', zh: '内容为空' },
  syntax: {
    en: 'something else is expected here',
    es: 'aquí se espera otra cosa',
    ru: 'здесь ожидается другое',
    zh: '此处的内容不符合语法',
  },
  comment: {
    en: 'a comment stands here, and JSON has none',
    es: 'aquí hay un comentario, y JSON no los admite',
    ru: 'здесь комментарий, а в JSON их нет',
    zh: '此处有注释，而 JSON 不支持注释',
  },
  trailingComma: {
    en: 'a comma stands after the last entry',
    es: 'hay una coma después del último elemento',
    ru: 'после последнего элемента стоит запятая',
    zh: '最后一项之后有逗号',
  },
  notUtf8: { en: 'it is not UTF-8', es: 'no es UTF-8', ru: 'это не UTF-8', zh: '不是 UTF-8 编码' },
  tooDeep: {
    en: 'it is nested too deeply',
    es: 'está anidado a demasiada profundidad',
    ru: 'слишком глубокая вложенность',
    zh: '嵌套过深',
  },
  tooLarge: { en: 'it is too large', es: 'es demasiado grande', ru: 'он слишком велик', zh: '文件过大' },
  bareName: {
    en: 'a name stands without quotes',
    es: 'hay un nombre sin comillas',
    ru: 'имя записано без кавычек',
    zh: '名称缺少引号',
  },
  lineBreak: {
    en: 'a line break stands inside a text',
    es: 'hay un salto de línea dentro de un texto',
    ru: 'внутри текста есть перенос строки',
    zh: '文本中包含换行符',
  },
  // Controls of a form
  noConstraints: {
    en: 'constraints are missing',
    es: 'faltan constraints',
    ru: 'отсутствует constraints',
    zh: '缺少 constraints',
  },
  noPattern: {
    en: 'constraints.regex is missing',
    es: 'falta constraints.regex',
    ru: 'отсутствует constraints.regex',
    zh: '缺少 constraints.regex',
  },
  badPattern: {
    en: 'the regular expression is not valid',
    es: 'la expresión regular no es válida',
    ru: 'регулярное выражение недопустимо',
    zh: '正则表达式无效',
  },
  noLength: {
    en: 'the regular expression limits no length',
    es: 'la expresión regular no limita la longitud',
    ru: 'регулярное выражение не ограничивает длину',
    zh: '正则表达式未限制长度',
  },
  short: {
    en: 'fewer than 12 characters are accepted',
    es: 'se aceptan menos de 12 caracteres',
    ru: 'принимается менее 12 знаков',
    zh: '可接受少于 12 个字符',
  },
  noMessage: {
    en: 'constraints.validationMessage is missing',
    es: 'falta constraints.validationMessage',
    ru: 'отсутствует constraints.validationMessage',
    zh: '缺少 constraints.validationMessage',
  },
  // Parameter files
  noValue: {
    en: 'neither value nor reference is given',
    es: 'no se indica value ni reference',
    ru: 'не указано ни value, ни reference',
    zh: '既没有 value 也没有 reference',
  },
  badVaultId: {
    en: 'keyVault.id is no resource id of a key vault',
    es: 'keyVault.id no es el identificador de recurso de un almacén de claves',
    ru: 'keyVault.id не является идентификатором ресурса хранилища ключей',
    zh: 'keyVault.id 不是密钥保管库的资源 ID',
  },
  badSecretName: {
    en: 'secretName must have 1 to 127 letters, digits and hyphens',
    es: 'secretName debe tener de 1 a 127 letras, dígitos y guiones',
    ru: 'secretName должен состоять из 1–127 букв, цифр и дефисов',
    zh: 'secretName 必须由 1 到 127 个字母、数字和连字符组成',
  },
  // Names in a package
  nameNotUtf8: {
    en: 'it is written in no encoding that all systems read alike',
    es: 'está escrito en una codificación que no todos los sistemas leen igual',
    ru: 'оно записано в кодировке, которую системы читают по-разному',
    zh: '其编码在不同系统上的读法不一致',
  },
  nameInvisible: {
    en: 'it has characters that nobody sees',
    es: 'tiene caracteres que nadie ve',
    ru: 'в нём есть невидимые знаки',
    zh: '包含不可见字符',
  },
  nameAbsolute: { en: 'it is absolute', es: 'es absoluto', ru: 'оно абсолютное', zh: '是绝对路径' },
  nameBackslash: {
    en: 'it has a backslash',
    es: 'tiene una barra invertida',
    ru: 'в нём есть обратная косая черта',
    zh: '包含反斜杠',
  },
  nameClimbs: {
    en: 'it leads out of the package',
    es: 'conduce fuera del paquete',
    ru: 'оно ведёт за пределы пакета',
    zh: '指向包之外',
  },
  nameLong: { en: 'it is too long', es: 'es demasiado largo', ru: 'оно слишком длинное', zh: '过长' },
  nameOdd: {
    en: 'Windows cannot store it',
    es: 'Windows no puede guardarlo',
    ru: 'Windows не может его сохранить',
    zh: 'Windows 无法保存',
  },
  // Expressions
  unfinished: {
    en: 'it ends too early',
    es: 'termina demasiado pronto',
    ru: 'оно обрывается слишком рано',
    zh: '过早结束',
  },
  unclosedText: {
    en: 'a text has no closing quote',
    es: 'falta la comilla de cierre de un texto',
    ru: 'у текста нет закрывающей кавычки',
    zh: '文本缺少右引号',
  },
  // Packing
  encrypted: { en: 'it is encrypted', es: 'está cifrado', ru: 'он зашифрован', zh: '已加密' },
  unknownMethod: {
    en: 'its packing method is unknown',
    es: 'su método de compresión es desconocido',
    ru: 'метод сжатия неизвестен',
    zh: '压缩方法未知',
  },
} as const satisfies Readonly<Record<string, Text>>;
