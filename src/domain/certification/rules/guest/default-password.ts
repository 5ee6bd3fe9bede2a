import { linuxRule } from './linux-rule';

const file = '/etc/shadow';

export const defaultPassword = linuxRule({
  id: 'vm.guest.default-password',
  severity: 'error',
  policy: '200.5',
  title: 'No account has a password from the image',
  rationale:
    "A password that comes with the image is the same on every customer's machine, and known to whoever built it: default credentials.",
  message: {
    en: "Account {actual} has a password that every customer's machine would share.",
    es: 'La cuenta {actual} tiene una contraseña que compartirían las máquinas de todos los clientes.',
    ru: 'У учётной записи {actual} пароль, общий для машин всех клиентов.',
    zh: '帐户 {actual} 带有所有客户的虚拟机都会共用的密码。',
  },
  fix: {
    en: 'Lock it (passwd -l {actual}) or remove the account; customers choose their own at deployment.',
    es: 'Bloquéela (passwd -l {actual}) o elimine la cuenta; los clientes eligen la suya al desplegar.',
    ru: 'Заблокируйте её (passwd -l {actual}) или удалите; клиенты задают свой пароль при развёртывании.',
    zh: '请锁定（passwd -l {actual}）或删除该帐户；客户在部署时自行设置。',
  },
  check: ({ accounts }) =>
    accounts
      .filter(({ password }) => password === 'set')
      .map(({ name }) => ({ actual: name, target: { file } })),
});
