import { kept, type Rule } from '../../rule';
import { asWritten, type SasUrlFacts } from '../../sas-url';

export const sasReadAndList: Rule<SasUrlFacts> = {
  id: 'sas.permissions.read-list',
  severity: 'error',
  title: 'The SAS allows reading and listing',
  rationale:
    'The copy looks the blob up in its container before it reads it: with only one of the two permissions it stops half-way.',
  policy: '200.1',
  message: {
    en: 'The SAS URL must allow read and list ({expected}); it says {actual}.',
    es: 'La URL SAS debe permitir lectura y enumeración ({expected}); indica {actual}.',
    ru: 'URL-адрес SAS должен разрешать чтение и перечисление ({expected}); указано {actual}.',
    zh: 'SAS URL 必须允许读取和列出 ({expected})；当前为 {actual}。',
  },
  fix: {
    en: 'Make a SAS URL with the permissions read and list.',
    es: 'Genere una URL SAS con los permisos de lectura y enumeración.',
    ru: 'Создайте URL-адрес SAS с разрешениями на чтение и перечисление.',
    zh: '请生成具有读取和列出权限的 SAS URL。',
  },
  check: ({ wellFormed, hasQuery, permissions }) => {
    if (!wellFormed || !hasQuery) return kept;
    const granted = permissions.length === 1 ? (permissions[0] ?? '') : '';
    if (granted.includes('r') && granted.includes('l')) return kept;
    return [{ expected: 'sp=rl', actual: asWritten('sp', permissions) }];
  },
};
