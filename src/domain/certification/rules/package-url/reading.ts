import { kept, type Rule } from '../../rule';
import { asWritten, type SasUrlFacts } from '../../sas-url';

export const packageReading: Rule<SasUrlFacts> = {
  id: 'app.url.reading',
  severity: 'error',
  title: 'A signed address of a package allows reading',
  rationale:
    'Certification reads the package with nothing but this signature; without the right to read it gets nothing.',
  policy: '300.4',
  message: {
    en: 'The SAS URL of the package must allow reading ({expected}); it says {actual}.',
    es: 'La URL SAS del paquete debe permitir la lectura ({expected}); indica {actual}.',
    ru: 'URL-адрес SAS пакета должен разрешать чтение ({expected}); указано {actual}.',
    zh: '包的 SAS URL 必须允许读取 ({expected})；当前为 {actual}。',
  },
  fix: {
    en: 'Make a SAS URL with the permission read.',
    es: 'Genere una URL SAS con permiso de lectura.',
    ru: 'Создайте URL-адрес SAS с разрешением на чтение.',
    zh: '请生成具有读取权限的 SAS URL。',
  },
  check: ({ hasSignature, permissions }) =>
    !hasSignature || permissions.some((granted) => granted.includes('r'))
      ? kept
      : [{ expected: 'sp=r', actual: asWritten('sp', permissions) }],
};
