import { kept } from '../../rule';
import { linuxRule, targetOf } from './linux-rule';

const expected = 'y';

/** The agent's own, where its file does not say. */
const byDefault = 'y';

export const autoUpdate = linuxRule({
  id: 'vm.guest.auto-update',
  aliases: ['51', 'Auto Update'],
  severity: 'error',
  policy: '200.3',
  title: 'The agent may update itself',
  rationale:
    'Images live for years; an agent that stays as it was when the image was made stops working with the platform.',
  message: {
    en: 'AutoUpdate.Enabled is {actual} in waagent.conf; it must be {expected}.',
    es: 'AutoUpdate.Enabled es {actual} en waagent.conf; debe ser {expected}.',
    ru: 'AutoUpdate.Enabled в waagent.conf: {actual}; требуется {expected}.',
    zh: 'waagent.conf 中 AutoUpdate.Enabled 为 {actual}；必须为 {expected}。',
  },
  fix: {
    en: 'Set AutoUpdate.Enabled=y in /etc/waagent.conf, or leave the line out.',
    es: 'Ponga AutoUpdate.Enabled=y en /etc/waagent.conf o quite la línea.',
    ru: 'Задайте AutoUpdate.Enabled=y в /etc/waagent.conf или уберите строку.',
    zh: '请在 /etc/waagent.conf 中设置 AutoUpdate.Enabled=y，或删除该行。',
  },
  applies: ({ agent }) => agent !== null,
  check: ({ autoUpdate: setting }) =>
    setting === null || setting.value === expected
      ? kept
      : [{ expected, actual: setting.value, target: targetOf(setting) }],
  measured: ({ autoUpdate: setting }) => ({ expected, actual: setting?.value ?? byDefault }),
});
