import type { InspectedDisk } from '../../inspected-disk';
import type { Rule } from '../../rule';
import { foreignTo, tellsFamily } from './system-family';

export const holdsLinux: Rule<InspectedDisk> = {
  id: 'vm.disk.holds-linux',
  severity: 'error',
  title: 'The OS disk of a Linux plan does not hold Windows',
  rationale:
    'The platform sets a machine up as the plan says. A Windows system that is set up as Linux gets no user and no agent, and never reports that it is ready.',
  policy: '200.3',
  message: {
    en: 'The plan is for Linux, but the OS disk holds Windows: {actual}.',
    es: 'El plan es para Linux, pero el disco del SO contiene Windows: {actual}.',
    ru: 'План предназначен для Linux, но на диске ОС находится Windows: {actual}.',
    zh: '该计划适用于 Linux，但操作系统磁盘上是 Windows：{actual}。',
  },
  fix: {
    en: 'Choose Windows as the operating system family (--os windows), or upload the disk of the Linux machine.',
    es: 'Elija Windows como familia de sistema operativo (--os windows) o cargue el disco de la máquina Linux.',
    ru: 'Выберите Windows как семейство операционных систем (--os windows) или загрузите диск машины с Linux.',
    zh: '请将操作系统系列选为 Windows（--os windows），或上传 Linux 虚拟机的磁盘。',
  },
  judges: tellsFamily,
  check: (disk) => foreignTo('linux', disk),
};
