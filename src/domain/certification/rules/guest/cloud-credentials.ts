import { linuxRule } from './linux-rule';

export const cloudCredentials = linuxRule({
  id: 'vm.guest.cloud-credentials',
  severity: 'error',
  policy: '200.5',
  title: "The image holds nobody's cloud credentials",
  rationale: 'Every customer could use the account that they belong to.',
  limits: {
    en: 'It knows the files in which the tools of clouds and registries keep what they log in with, in homes. A credential in another file is not found. It is not run where it found none and one of these files is too large to be read; vm.guest.unknown-keys says which.',
    es: 'Conoce los archivos de las carpetas personales en los que las herramientas de nubes y registros guardan sus credenciales. Una credencial en otro archivo no se encuentra. No se ejecuta si no encontró ninguna y uno de esos archivos es demasiado grande para leerlo; vm.guest.unknown-keys dice cuál.',
    ru: 'Известны файлы в домашних каталогах, где инструменты облаков и реестров хранят учётные данные. Учётные данные в другом файле не обнаруживаются. Правило не проверяется, если ничего не найдено, а один из этих файлов слишком велик для чтения; какой именно, говорит vm.guest.unknown-keys.',
    zh: '它了解主目录中云工具和注册表工具存放登录凭据的文件。其他文件中的凭据不会被发现。如果没有发现凭据，但其中某个文件过大而无法读取，则不执行此规则；vm.guest.unknown-keys 会说明是哪个文件。',
  },
  message: {
    en: '{actual} holds credentials.',
    es: '{actual} contiene credenciales.',
    ru: '{actual} содержит учётные данные.',
    zh: '{actual} 含有凭据。',
  },
  fix: {
    en: 'Remove it and revoke what was in it: it counts as known to others.',
    es: 'Elimínelo y revoque lo que contenía: se considera conocido por otros.',
    ru: 'Удалите файл и отзовите его содержимое: оно считается известным другим.',
    zh: '请删除该文件并吊销其中的凭据：应视为已泄露。',
  },
  // None was found is no pass where nobody could look.
  applies: ({ cloudCredentials: found, unknownCredentials }) =>
    found.length > 0 || unknownCredentials.length === 0,
  check: ({ cloudCredentials: found }) => found.map((path) => ({ actual: path, target: { file: path } })),
});
