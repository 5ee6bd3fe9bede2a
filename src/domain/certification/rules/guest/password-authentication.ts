import type { LinuxGuest, Setting } from '../../guest-facts-schema';
import { kept, type Violation } from '../../rule';
import { linuxRule, targetOf } from './linux-rule';

export const passwordAuthentication = linuxRule({
  id: 'vm.guest.password-authentication',
  severity: 'warning',
  policy: '200.5',
  title: 'The SSH server takes keys only',
  rationale: 'Passwords are guessed by machine from the first minute on; keys are not.',
  message: {
    en: 'The SSH server lets people log in with a password: {actual}.',
    es: 'El servidor SSH permite iniciar sesión con contraseña: {actual}.',
    ru: 'Сервер SSH допускает вход по паролю: {actual}.',
    zh: 'SSH 服务器允许密码登录：{actual}。',
  },
  fix: {
    en: 'Set PasswordAuthentication no and KbdInteractiveAuthentication no in /etc/ssh/sshd_config, under Match too; provisioning turns it on where a customer chooses a password.',
    es: 'Ponga PasswordAuthentication no y KbdInteractiveAuthentication no en /etc/ssh/sshd_config, también bajo Match; el aprovisionamiento lo activa si el cliente elige contraseña.',
    ru: 'Задайте PasswordAuthentication no и KbdInteractiveAuthentication no в /etc/ssh/sshd_config, в том числе под Match; при развёртывании оно включается, если клиент выбирает пароль.',
    zh: '请在 /etc/ssh/sshd_config 中（包括 Match 之下）设置 PasswordAuthentication no 和 KbdInteractiveAuthentication no；客户选择密码时部署会自动启用。',
  },
  applies: ({ sshServer }) => sshServer !== null,
  check: ({ sshServer }) => (sshServer === null ? kept : openings(sshServer).map(violationOf)),
});

type SshServer = NonNullable<LinuxGuest['sshServer']>;
type Opening = { readonly name: string; readonly value: string; readonly at: Setting | null };

/** Everything by which a password lets somebody in. sshd's defaults are yes, and for UsePAM no. */
function openings(server: SshServer): readonly Opening[] {
  const { passwordAuthentication, keyboardInteractive, usePam, passwordsForSome } = server;
  // What is typed in answer to a question is a password where PAM asks for it.
  const doesPamAsk = usePam?.value.toLowerCase() === 'yes';
  return [
    openingOf('PasswordAuthentication', passwordAuthentication),
    ...(doesPamAsk
      ? [openingOf(keyboardInteractive?.name ?? 'KbdInteractiveAuthentication', keyboardInteractive)]
      : []),
    ...passwordsForSome
      .filter(({ name }) => doesPamAsk || name === 'PasswordAuthentication')
      .map((setting) => openingOf(setting.name, setting)),
  ].filter(({ value }) => value.toLowerCase() !== 'no');
}

function openingOf(name: string, at: Setting | null): Opening {
  return { name, value: at?.value ?? 'yes', at };
}

function violationOf({ name, value, at }: Opening): Violation {
  return { expected: `${name} no`, actual: `${name} ${value}`, ...(at && { target: targetOf(at) }) };
}
