import type { Setting } from '../../guest-facts-schema';
import { kept, type Measured } from '../../rule';
import { secondsOf } from './ssh-time';
import { linuxRule, targetOf } from './linux-rule';

const allowed = { least: 30, most: 235 } as const;

/** Not set means 0, which is never. */
const measured = (setting: Setting | undefined): Measured => ({
  expected: `${allowed.least}-${allowed.most}`,
  actual: setting?.value ?? '0',
});

export const clientAliveInterval = linuxRule({
  id: 'vm.guest.client-alive-interval',
  aliases: ['46', 'Client Alive Interval'],
  severity: 'error',
  policy: '200.3',
  title: 'The SSH server asks quiet clients whether they are still there',
  rationale:
    'The platform drops connections that are quiet for four minutes; a server that asks less often leaves people with dead sessions.',
  message: {
    en: 'ClientAliveInterval is {actual}; allowed are {expected} seconds, advised are 180.',
    es: 'ClientAliveInterval es {actual}; se permiten {expected} segundos, se recomiendan 180.',
    ru: 'ClientAliveInterval: {actual}; допустимо {expected} секунд, рекомендуется 180.',
    zh: 'ClientAliveInterval 为 {actual}；允许 {expected} 秒，建议 180 秒。',
  },
  fix: {
    en: 'Set ClientAliveInterval 180 in /etc/ssh/sshd_config.',
    es: 'Ponga ClientAliveInterval 180 en /etc/ssh/sshd_config.',
    ru: 'Задайте ClientAliveInterval 180 в /etc/ssh/sshd_config.',
    zh: '请在 /etc/ssh/sshd_config 中设置 ClientAliveInterval 180。',
  },
  applies: ({ sshServer }) => sshServer !== null,
  check: ({ sshServer }) => {
    const setting = sshServer?.clientAliveInterval ?? undefined;
    const seconds = setting === undefined ? 0 : secondsOf(setting.value);
    if (seconds !== undefined && seconds >= allowed.least && seconds <= allowed.most) return kept;
    return [
      {
        ...measured(setting),
        severity: seconds === undefined || seconds > allowed.most ? 'error' : 'warning',
        ...(setting && { target: targetOf(setting) }),
      },
    ];
  },
  measured: ({ sshServer }) => measured(sshServer?.clientAliveInterval ?? undefined),
});
