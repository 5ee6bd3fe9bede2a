import { linuxRule } from './linux-rule';

export const hostKeys = linuxRule({
  id: 'vm.guest.host-keys',
  severity: 'error',
  policy: '200.4',
  title: 'The SSH host keys are not part of the image',
  rationale: "All customers would have the same ones, and each could pose as any other's machine.",
  message: {
    en: 'The SSH host key {actual} is in the image.',
    es: 'La clave de host SSH {actual} está en la imagen.',
    ru: 'В образе есть ключ узла SSH {actual}.',
    zh: '映像中含有 SSH 主机密钥 {actual}。',
  },
  fix: {
    en: 'Generalise the machine: waagent -deprovision+user removes the host keys, and new ones are made at first boot.',
    es: 'Generalice la máquina: waagent -deprovision+user elimina las claves de host y en el primer arranque se crean otras.',
    ru: 'Обобщите машину: waagent -deprovision+user удаляет ключи узла, при первом запуске создаются новые.',
    zh: '请通用化虚拟机：waagent -deprovision+user 会删除主机密钥，首次启动时会重新生成。',
  },
  check: ({ hostKeys: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
