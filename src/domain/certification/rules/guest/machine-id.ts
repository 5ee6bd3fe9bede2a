import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

export const machineId = linuxRule({
  id: 'vm.guest.machine-id',
  severity: 'warning',
  policy: '200.4',
  title: 'The machine id is not part of the image',
  rationale: 'Logs, DHCP and licences take machines with the same id for one.',
  message: {
    en: '/etc/machine-id holds the id of the machine that the image was made on.',
    es: '/etc/machine-id contiene el id de la máquina en la que se creó la imagen.',
    ru: '/etc/machine-id содержит идентификатор машины, на которой собран образ.',
    zh: '/etc/machine-id 含有制作映像所用虚拟机的 ID。',
  },
  fix: {
    en: 'Empty the file (truncate -s 0 /etc/machine-id): a new id is made at first boot.',
    es: 'Vacíe el archivo (truncate -s 0 /etc/machine-id): en el primer arranque se crea otro.',
    ru: 'Очистите файл (truncate -s 0 /etc/machine-id): при первом запуске создаётся новый.',
    zh: '请清空该文件（truncate -s 0 /etc/machine-id）：首次启动时会生成新 ID。',
  },
  check: ({ machineId: found }) =>
    found === 'set' ? [{ expected: 'empty', actual: found, target: { file: '/etc/machine-id' } }] : kept,
});
