import { linuxRule, targetOf } from './linux-rule';

export const swapInFstab = linuxRule({
  id: 'vm.guest.swap-in-fstab',
  severity: 'error',
  policy: '200.3',
  title: 'The system does not swap to its OS disk',
  rationale:
    'Swap on the OS disk is slow and is billed as storage traffic; the agent puts it on the temporary disk.',
  message: {
    en: '/etc/fstab swaps to {actual}.',
    es: '/etc/fstab usa {actual} como intercambio.',
    ru: 'В /etc/fstab подкачка на {actual}.',
    zh: '/etc/fstab 使用 {actual} 作为交换空间。',
  },
  fix: {
    en: 'Remove the line and its file or partition; set ResourceDisk.EnableSwap=y in /etc/waagent.conf where swap is needed.',
    es: 'Quite la línea y su archivo o partición; si hace falta, ponga ResourceDisk.EnableSwap=y en /etc/waagent.conf.',
    ru: 'Удалите строку и её файл или раздел; где подкачка нужна, задайте ResourceDisk.EnableSwap=y в /etc/waagent.conf.',
    zh: '请删除该行及其文件或分区；如需交换空间，请在 /etc/waagent.conf 中设置 ResourceDisk.EnableSwap=y。',
  },
  check: ({ swap }) => swap.map((row) => ({ expected: '0', actual: row.value, target: targetOf(row) })),
});
