import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

const expected = 'x86_64';

export const architecture = linuxRule({
  id: 'vm.guest.architecture',
  aliases: ['49', 'OS Architecture'],
  severity: 'error',
  policy: '200.3',
  title: 'The system is one for x86-64',
  rationale:
    'Plans of this kind are deployed to machines with 64-bit x86 processors; programs for others do not start there.',
  message: {
    en: 'The programs in the image are for {actual}; they must be for {expected}.',
    es: 'Los programas de la imagen son para {actual}; deben ser para {expected}.',
    ru: 'Программы в образе предназначены для {actual}; требуется {expected}.',
    zh: '映像中的程序面向 {actual}；必须面向 {expected}。',
  },
  fix: {
    en: 'Build the image for x86-64 (amd64).',
    es: 'Cree la imagen para x86-64 (amd64).',
    ru: 'Соберите образ для x86-64 (amd64).',
    zh: '请为 x86-64 (amd64) 构建映像。',
  },
  check: ({ architecture: found }) => {
    if (found === null) return [{ expected, severity: 'reviewRequired' }];
    return found.machine === expected
      ? kept
      : [{ expected, actual: found.machine, target: { file: found.path } }];
  },
  measured: ({ architecture: found }) => ({ expected, ...(found && { actual: found.machine }) }),
});
