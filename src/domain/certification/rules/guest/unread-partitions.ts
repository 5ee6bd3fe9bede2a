import { linuxRule } from './linux-rule';

export const unreadPartitions = linuxRule({
  id: 'vm.guest.unread-partitions',
  severity: 'reviewRequired',
  policy: '200.3',
  title: 'Every partition can be looked into',
  rationale:
    'What is on a partition that nobody can read is known to nobody; an image does not pass because its secrets are somewhere else.',
  message: {
    en: 'Partition {number} cannot be looked into: {actual}.',
    es: 'No se puede examinar la partición {number}: {actual}.',
    ru: 'Раздел {number} нельзя проверить: {actual}.',
    zh: '无法检查分区 {number}：{actual}。',
  },
  fix: {
    en: 'Use ext4 where you can, and shut the machine down cleanly before its disk is copied; otherwise a reviewer looks at it.',
    es: 'Use ext4 donde pueda y apague la máquina correctamente antes de copiar su disco; en otro caso lo examina un revisor.',
    ru: 'Где можно, используйте ext4 и корректно выключайте машину перед копированием диска; иначе его смотрит рецензент.',
    zh: '请尽量使用 ext4，并在复制磁盘前正常关机；否则由审核人员检查。',
  },
  check: ({ unreadPartitions: unread }) =>
    unread.map(({ number, fileSystem }) => ({
      expected: 'ext2 | ext3 | ext4',
      actual: fileSystem,
      params: { number },
    })),
});
