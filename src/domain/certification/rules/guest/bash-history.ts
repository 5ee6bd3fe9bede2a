import { linuxRule } from './linux-rule';

const mostBytes = 1024;

export const bashHistory = linuxRule({
  id: 'vm.guest.bash-history',
  aliases: ['48', 'Bash History'],
  severity: 'error',
  policy: '200.5',
  title: 'Shell histories are empty or small',
  rationale:
    'What was typed while the image was built often holds passwords, addresses and tokens, and every customer can read it.',
  message: {
    en: '{path} holds {actual} bytes; at most {expected} are allowed.',
    es: '{path} contiene {actual} bytes; se permiten como máximo {expected}.',
    ru: '{path} содержит байт: {actual}; допускается не более {expected}.',
    zh: '{path} 含有 {actual} 字节；最多允许 {expected}。',
  },
  fix: {
    en: 'Delete the history as the last thing before the machine is shut down: export HISTSIZE=0, then remove {path}.',
    es: 'Borre el historial como último paso antes de apagar la máquina: export HISTSIZE=0 y después elimine {path}.',
    ru: 'Удалите историю последним действием перед выключением машины: export HISTSIZE=0, затем удалите {path}.',
    zh: '请在关机前最后一步清除历史：export HISTSIZE=0，然后删除 {path}。',
  },
  check: ({ histories }) =>
    histories
      .filter(({ bytes }) => bytes > mostBytes)
      .map(({ path, bytes }) => ({
        expected: `${mostBytes}`,
        actual: `${bytes}`,
        params: { path },
        target: { file: path },
      })),
  measured: ({ histories }) => ({
    expected: `${mostBytes}`,
    actual: `${Math.max(0, ...histories.map(({ bytes }) => bytes))}`,
  }),
});
