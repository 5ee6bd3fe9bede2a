import { linuxRule } from './linux-rule';

export const cloudCredentials = linuxRule({
  id: 'vm.guest.cloud-credentials',
  severity: 'error',
  policy: '200.5',
  title: "The image holds nobody's cloud credentials",
  rationale: 'Every customer could use the account that they belong to.',
  message: {
    en: '{actual} holds credentials.',
    es: '{actual} contiene credenciales.',
    ru: '{actual} содержит учётные данные.',
    zh: '{actual} 含有凭据。',
  },
  fix: {
    en: 'Remove it and revoke what was in it: it counts as known to others.',
    es: 'Elimínelo y revoque lo que contenía: se considera conocido por otros.',
    ru: 'Удалите файл и отзовите его содержимое: оно считается известным другим.',
    zh: '请删除该文件并吊销其中的凭据：应视为已泄露。',
  },
  check: ({ cloudCredentials: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
