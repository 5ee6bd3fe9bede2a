import { linuxRule } from './linux-rule';

export const privateKeys = linuxRule({
  id: 'vm.guest.private-keys',
  severity: 'error',
  policy: '200.5',
  title: 'The image holds no private keys',
  rationale: 'Every customer can read a key that is in the image, and all of them would share it.',
  limits: {
    en: "It looks through the homes of everybody with a shell, everybody's .ssh, /etc/ssh, /etc/ssl, /etc/pki and the folders of the usual servers in /etc, /opt, /srv, /var/www and /usr/local/etc, into files whose name or folder is that of a key. It does not look into the rest of the system, such as /usr/lib, nor into what package managers unpack (node_modules, site-packages, dist-packages, .git), because their tests bring keys that everybody has; vm.guest.unsearched-folders names the latter. It is not run where it found none and could not look everywhere; vm.guest.unknown-keys says where.",
    es: 'Examina las carpetas personales de quienes tienen un shell, los .ssh de todos, /etc/ssh, /etc/ssl, /etc/pki y las carpetas de los servidores habituales en /etc, /opt, /srv, /var/www y /usr/local/etc, en los archivos cuyo nombre o carpeta es el de una clave. No examina el resto del sistema, como /usr/lib, ni lo que desempaquetan los gestores de paquetes (node_modules, site-packages, dist-packages, .git), porque sus pruebas traen claves que todos tienen; vm.guest.unsearched-folders nombra lo segundo. No se ejecuta si no encontró ninguna y no pudo mirar en todas partes; vm.guest.unknown-keys dice dónde.',
    ru: 'Просматриваются домашние каталоги всех, у кого есть оболочка, .ssh каждого, /etc/ssh, /etc/ssl, /etc/pki и каталоги обычных серверов в /etc, /opt, /srv, /var/www и /usr/local/etc — файлы, чьё имя или каталог указывает на ключ. Не просматривается остальная система, например /usr/lib, и то, что распаковывают менеджеры пакетов (node_modules, site-packages, dist-packages, .git): в их тестах есть ключи, известные всем; последнее называет vm.guest.unsearched-folders. Правило не проверяется, если ничего не найдено, а просмотреть удалось не всё; где именно, говорит vm.guest.unknown-keys.',
    zh: '它检查所有拥有 shell 的用户的主目录、每个人的 .ssh、/etc/ssh、/etc/ssl、/etc/pki，以及 /etc、/opt、/srv、/var/www 和 /usr/local/etc 中常见服务器的文件夹，查看名称或所在文件夹像密钥的文件。它不检查系统的其余部分（如 /usr/lib），也不检查包管理器解包的内容（node_modules、site-packages、dist-packages、.git），因为其测试自带人人都有的密钥；后者由 vm.guest.unsearched-folders 列出。如果没有发现密钥，但并非所有位置都能查看，则不执行此规则；vm.guest.unknown-keys 会说明是哪些位置。',
  },
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
  // None was found is no pass where nobody could look.
  applies: ({ privateKeys: found, unknownKeys }) => found.length > 0 || unknownKeys.length === 0,
  check: ({ privateKeys: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
