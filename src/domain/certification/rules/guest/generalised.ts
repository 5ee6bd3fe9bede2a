import { linuxRule } from './linux-rule';

export const generalised = linuxRule({
  id: 'vm.guest.generalised',
  severity: 'error',
  policy: '200.4',
  title: 'The image was generalised',
  rationale:
    'Where provisioning left its marks it takes the new machine for the old one: no user, no key, a deployment that never ends.',
  message: {
    en: '{actual} is left from the machine that the image was made on.',
    es: '{actual} quedó de la máquina en la que se creó la imagen.',
    ru: '{actual} остался от машины, на которой собран образ.',
    zh: '{actual} 是制作映像所用虚拟机的残留。',
  },
  fix: {
    en: 'Run waagent -deprovision+user and cloud-init clean as the last steps, then shut down.',
    es: 'Ejecute waagent -deprovision+user y cloud-init clean como últimos pasos y apague.',
    ru: 'Последними шагами выполните waagent -deprovision+user и cloud-init clean, затем выключите машину.',
    zh: '请在最后一步运行 waagent -deprovision+user 和 cloud-init clean，然后关机。',
  },
  check: ({ leftovers }) => leftovers.map((path) => ({ actual: path, target: { file: path } })),
});
