import { kept } from '../../rule';
import { linuxRule, targetOf } from './linux-rule';

export const passwordAuthentication = linuxRule({
  id: 'vm.guest.password-authentication',
  severity: 'warning',
  policy: '200.5',
  title: 'The SSH server takes keys only',
  rationale: 'Passwords are guessed by machine from the first minute on; keys are not.',
  message: {
    en: 'The SSH server lets people log in with a password: PasswordAuthentication is {actual}.',
    es: 'El servidor SSH permite iniciar sesión con contraseña: PasswordAuthentication es {actual}.',
    ru: 'Сервер SSH допускает вход по паролю: PasswordAuthentication: {actual}.',
    zh: 'SSH 服务器允许密码登录：PasswordAuthentication 为 {actual}。',
  },
  fix: {
    en: 'Set PasswordAuthentication no in /etc/ssh/sshd_config; provisioning turns it on where a customer chooses a password.',
    es: 'Ponga PasswordAuthentication no en /etc/ssh/sshd_config; el aprovisionamiento lo activa si el cliente elige contraseña.',
    ru: 'Задайте PasswordAuthentication no в /etc/ssh/sshd_config; при развёртывании оно включается, если клиент выбирает пароль.',
    zh: '请在 /etc/ssh/sshd_config 中设置 PasswordAuthentication no；客户选择密码时部署会自动启用。',
  },
  applies: ({ sshServer }) => sshServer !== null,
  check: ({ sshServer }) => {
    const setting = sshServer?.passwordAuthentication ?? undefined;
    if (setting?.value.toLowerCase() === 'no') return kept;
    return [
      {
        expected: 'no',
        actual: setting?.value ?? 'yes',
        ...(setting && { target: targetOf(setting) }),
      },
    ];
  },
});
