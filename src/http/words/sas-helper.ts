import type { Text } from '../../domain/text/language';

/** The page that explains a SAS URL. */
export const sasHelperWords = {
  'sas.help': {
    en: 'Paste the SAS URL of a disk: it is read here by the rules of certification, not opened and not stored.',
    es: 'Pegue la URL SAS de un disco: aquí se lee con las reglas de certificación; no se abre ni se guarda.',
    ru: 'Вставьте URL-адрес SAS диска: он проверяется по правилам сертификации, не открывается и не сохраняется.',
    zh: '粘贴磁盘的 SAS URL：此处按认证规则检查，不会打开也不会保存。',
  },
  'sas.url': { en: 'SAS URL', es: 'URL SAS', ru: 'URL-адрес SAS', zh: 'SAS 网址' },
  'sas.check': { en: 'Check', es: 'Comprobar', ru: 'Проверить', zh: '检查' },
  'sas.good': {
    en: 'Nothing is wrong with this URL.',
    es: 'Esta URL es correcta.',
    ru: 'С этим URL-адресом всё в порядке.',
    zh: '此 URL 没有问题。',
  },
  'sas.bad': {
    en: 'Certification would refuse this URL. Problems: {count}',
    es: 'La certificación rechazaría esta URL. Problemas: {count}',
    ru: 'Сертификация отклонит этот URL-адрес. Замечаний: {count}',
    zh: '认证会拒绝此 URL。问题数：{count}',
  },
  'sas.says': { en: 'What it says', es: 'Lo que indica', ru: 'Что в нём указано', zh: '其内容' },
  'sas.name': { en: 'File', es: 'Archivo', ru: 'Файл', zh: '文件' },
  'sas.scope': { en: 'Signed for', es: 'Firmada para', ru: 'Подписан для', zh: '签名范围' },
  'sas.container': { en: 'the container', es: 'el contenedor', ru: 'контейнера', zh: '容器' },
  'sas.blob': { en: 'one blob only', es: 'un solo blob', ru: 'одного объекта', zh: '仅单个 Blob' },
  'sas.allows': { en: 'Allows', es: 'Permite', ru: 'Разрешает', zh: '允许' },
  'sas.from': { en: 'Valid from', es: 'Válida desde', ru: 'Действует с', zh: '生效时间' },
  'sas.until': { en: 'Valid until', es: 'Válida hasta', ru: 'Действует до', zh: '到期时间' },
  'sas.unsaid': { en: 'not said', es: 'no lo indica', ru: 'не указано', zh: '未说明' },
  'sas.read': { en: 'read', es: 'leer', ru: 'чтение', zh: '读取' },
  'sas.list': { en: 'list', es: 'enumerar', ru: 'перечисление', zh: '列出' },
  'sas.write': { en: 'write', es: 'escribir', ru: 'запись', zh: '写入' },
  'sas.delete': { en: 'delete', es: 'eliminar', ru: 'удаление', zh: '删除' },
  'sas.other': {
    en: 'more ({letters})',
    es: 'más ({letters})',
    ru: 'другое ({letters})',
    zh: '其他 ({letters})',
  },
} satisfies Record<string, Text>;
