import { linuxRule } from './linux-rule';

export const privateKeys = linuxRule({
  id: 'vm.guest.private-keys',
  severity: 'error',
  policy: '200.5',
  title: 'The image holds no private keys',
  rationale: 'Every customer can read a key that is in the image, and all of them would share it.',
  message: {
    en: '{actual} is a private key.',
    es: '{actual} es una clave privada.',
    ru: '{actual} — закрытый ключ.',
    zh: '{actual} 是私钥。',
  },
  fix: {
    en: 'Remove it, and let the machine make its own at first boot. Whatever the key opened needs a new one.',
    es: 'Elimínela y deje que la máquina cree la suya en el primer arranque. Lo que abría la clave necesita una nueva.',
    ru: 'Удалите его, пусть машина создаёт свой при первом запуске. Всё, что открывал этот ключ, требует нового.',
    zh: '请删除它，让虚拟机在首次启动时自行生成。凡由该密钥打开的内容都需更换密钥。',
  },
  check: ({ privateKeys: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
