import { beginningOf } from '../../without-secrets';
import type { Setting } from '../../guest-facts-schema';
import { linuxRule, targetOf } from './linux-rule';

/** Only the first keeps an image out. `earlyprintk=ttyS0,115200` and `console=ttyS0,115200` say the same with a speed. */
const required = [
  { parameter: 'console=ttyS0', severity: 'error' },
  { parameter: 'earlyprintk=ttyS0', severity: 'warning' },
  { parameter: 'rootdelay=300', severity: 'warning' },
] as const;

export const kernelParameters = linuxRule({
  id: 'vm.guest.kernel-parameters',
  aliases: ['40', 'Required Kernel Parameters'],
  severity: 'error',
  policy: '200.3',
  title: 'The kernel talks to the serial console and waits for its root',
  rationale:
    'Without console=ttyS0 the boot diagnostics stay empty and support cannot see why a machine does not start; the other two help where storage is slow.',
  message: {
    en: 'In the default boot entry, the kernel parameter {expected} was not found.',
    es: 'En la entrada de arranque predeterminada no se ha encontrado el parámetro de kernel {expected}.',
    ru: 'В загрузочной записи по умолчанию не найден параметр ядра {expected}.',
    zh: '在默认启动项中未找到内核参数 {expected}。',
  },
  fix: {
    en: 'Add it to GRUB_CMDLINE_LINUX in /etc/default/grub and make the menu anew (update-grub or grub2-mkconfig).',
    es: 'Añádalo a GRUB_CMDLINE_LINUX en /etc/default/grub y regenere el menú (update-grub o grub2-mkconfig).',
    ru: 'Добавьте его в GRUB_CMDLINE_LINUX в /etc/default/grub и создайте меню заново (update-grub или grub2-mkconfig).',
    zh: '请将其加入 /etc/default/grub 的 GRUB_CMDLINE_LINUX 并重新生成菜单（update-grub 或 grub2-mkconfig）。',
  },
  check: ({ kernelCommand }) => {
    // Some boot loaders keep their entries where they are not looked for; then a person has to look.
    if (kernelCommand === null) return [{ expected: required[0].parameter, severity: 'reviewRequired' }];
    const given = kernelCommand.value.split(/\s+/);
    return required
      .filter(
        ({ parameter }) => !given.some((each) => each === parameter || each.startsWith(`${parameter},`)),
      )
      .map(({ parameter, severity }) => ({
        expected: parameter,
        actual: shownCommand(kernelCommand),
        severity,
        target: targetOf(kernelCommand),
      }));
  },
  measured: ({ kernelCommand }) => ({
    expected: required.map(({ parameter }) => parameter).join('#'),
    ...(kernelCommand && { actual: shownCommand(kernelCommand) }),
  }),
});

/** Whoever wrote the boot entry may have made it as long as they like. */
const shownCommand = ({ value }: Setting): string => beginningOf(value, 200);
