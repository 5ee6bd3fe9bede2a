import type { InspectedDisk } from '../../inspected-disk';
import type { Rule } from '../../rule';
import { foreignTo, tellsFamily } from './system-family';

export const holdsWindows: Rule<InspectedDisk> = {
  id: 'vm.disk.holds-windows',
  severity: 'error',
  title: 'The OS disk of a Windows plan does not hold Linux',
  rationale:
    'The platform sets a machine up as the plan says. A Linux system that is set up as Windows gets no user and no agent, and never reports that it is ready.',
  policy: '200.3',
  message: {
    en: 'The plan is for Windows, but the OS disk holds Linux: {actual}.',
    es: 'El plan es para Windows, pero el disco del SO contiene Linux: {actual}.',
    ru: 'План предназначен для Windows, но на диске ОС находится Linux: {actual}.',
    zh: '该计划适用于 Windows，但操作系统磁盘上是 Linux：{actual}。',
  },
  fix: {
    en: 'Choose Linux as the operating system family (--os linux), or upload the disk of the Windows machine.',
    es: 'Elija Linux como familia de sistema operativo (--os linux) o cargue el disco de la máquina Windows.',
    ru: 'Выберите Linux как семейство операционных систем (--os linux) или загрузите диск машины с Windows.',
    zh: '请将操作系统系列选为 Linux（--os linux），或上传 Windows 虚拟机的磁盘。',
  },
  judges: tellsFamily,
  check: (disk) => foreignTo('windows', disk),
};
