import { kept, type Rule } from '../../rule';
import { asWritten, type SasUrlFacts } from '../../sas-url';

export const sasNothingButReading: Rule<SasUrlFacts> = {
  id: 'sas.permissions.no-write',
  severity: 'error',
  title: 'The SAS allows nothing but reading and listing',
  rationale:
    'The link is stored and copied between systems. Whoever gets hold of one that may write or delete can change the image after it was certified.',
  policy: '200.1',
  message: {
    en: 'The SAS URL allows more than reading and listing: {actual}. Whoever holds it could change your storage.',
    es: 'La URL SAS permite más que leer y enumerar: {actual}. Quien la tenga podría modificar su almacenamiento.',
    ru: 'URL-адрес SAS разрешает больше, чем чтение и перечисление: {actual}. Его владелец сможет изменить ваше хранилище.',
    zh: 'SAS URL 允许的操作超出读取和列出：{actual}。持有者可能更改您的存储。',
  },
  fix: {
    en: 'Revoke it and make a SAS URL with read and list only, never with write or delete.',
    es: 'Revóquela y genere una URL SAS solo con lectura y enumeración, nunca con escritura ni eliminación.',
    ru: 'Отзовите его и создайте URL-адрес SAS только с чтением и перечислением, без записи и удаления.',
    zh: '请将其撤销，并生成仅具有读取和列出权限的 SAS URL，绝不要包含写入或删除权限。',
  },
  check: ({ permissions }) =>
    permissions.some((granted) => /[^rl]/.test(granted))
      ? [{ expected: 'sp=rl', actual: asWritten('sp', permissions) }]
      : kept,
};
