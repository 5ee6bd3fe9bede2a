import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const damagedEntries: Rule<PackageFacts> = {
  id: 'app.package.damaged',
  severity: 'error',
  title: 'Every entry of the zip is what its directory says',
  rationale:
    'Programs that read the directory and programs that read the entries would see two different packages.',
  policy: '300.4',
  message: {
    en: "{entry} is not what the zip's directory says: {problem}.",
    es: '{entry} no es lo que dice el directorio del zip: {problem}.',
    ru: '{entry} не соответствует оглавлению ZIP-архива: {problem}.',
    zh: '{entry} 与 zip 目录的记录不符：{problem}。',
  },
  fix: {
    en: 'Make the zip anew with an ordinary program.',
    es: 'Cree de nuevo el zip con un programa corriente.',
    ru: 'Создайте ZIP-архив заново обычной программой.',
    zh: '请使用常规程序重新创建 zip 文件。',
  },
  judges: ({ form }) => form === 'zip',
  check: ({ faults }) =>
    faults
      .filter(({ kind }) => kind === 'damaged' || kind === 'overlap')
      .map(({ kind, name, detail }) => ({
        params: { entry: name ?? '-', problem: kind === 'overlap' ? `overlap ${detail}` : detail },
        target: { file: name ?? '' },
      })),
};
