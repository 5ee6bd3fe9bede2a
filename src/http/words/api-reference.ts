import type { Text } from '../../domain/text/language';

/** Headings and explanations around the API's operations; what each operation does is told in English. */
export const apiReferenceWords = {
  apiDocs: { en: 'API reference', es: 'Referencia de la API', ru: 'Справочник по API', zh: 'API 参考' },
  /** For those who read another language. */
  apiInEnglish: {
    en: 'Operations and fields are described in English.',
    es: 'Las operaciones y los campos se describen en inglés.',
    ru: 'Операции и поля описаны на английском языке.',
    zh: '操作和字段的说明为英文。',
  },
  'api.forPrograms': { en: 'For programs:', es: 'Para programas:', ru: 'Для программ:', zh: '供程序使用：' },
  'api.contents': { en: 'Contents', es: 'Contenido', ru: 'Содержание', zh: '目录' },
  'api.parameters': { en: 'Parameters', es: 'Parámetros', ru: 'Параметры', zh: '参数' },
  'api.body': { en: 'Body', es: 'Cuerpo', ru: 'Тело запроса', zh: '请求正文' },
  'api.answers': { en: 'Answers', es: 'Respuestas', ru: 'Ответы', zh: '响应' },
  'api.required': { en: 'required', es: 'obligatorio', ru: 'обязательно', zh: '必填' },
  'api.optional': { en: 'optional', es: 'opcional', ru: 'необязательно', zh: '可选' },
  'api.example': { en: 'Example', es: 'Ejemplo', ru: 'Пример', zh: '示例' },
  problems: { en: 'Problems', es: 'Problemas', ru: 'Отказы', zh: '问题' },
  problemsHelp: {
    en: 'Every refusal of this API and what to do about it. Branch on its code: the code never changes, the words may.',
    es: 'Todos los rechazos de esta API y qué hacer con cada uno. Decida por el código: nunca cambia; las palabras sí pueden cambiar.',
    ru: 'Все отказы этого API и что с ними делать. Опирайтесь на код: он никогда не меняется, а слова могут.',
    zh: '此 API 的所有拒绝及其处理方法。请按代码判断：代码永不改变，文字可能改变。',
  },
} satisfies Record<string, Text>;
