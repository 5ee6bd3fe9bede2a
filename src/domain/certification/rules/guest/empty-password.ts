import { linuxRule } from './linux-rule';

const file = '/etc/shadow';

export const emptyPassword = linuxRule({
  id: 'vm.guest.empty-password',
  severity: 'error',
  policy: '200.5',
  title: 'No account has an empty password',
  rationale: 'Anybody who reaches the machine could log in.',
  message: {
    en: 'Account {actual} has an empty password.',
    es: 'La cuenta {actual} tiene una contraseña vacía.',
    ru: 'У учётной записи {actual} пустой пароль.',
    zh: '帐户 {actual} 的密码为空。',
  },
  fix: {
    en: 'Lock it: passwd -l {actual}.',
    es: 'Bloquéela: passwd -l {actual}.',
    ru: 'Заблокируйте её: passwd -l {actual}.',
    zh: '请锁定该帐户：passwd -l {actual}。',
  },
  check: ({ accounts }) =>
    accounts
      .filter(({ password }) => password === 'empty')
      .map(({ name }) => ({ actual: name, target: { file } })),
});
