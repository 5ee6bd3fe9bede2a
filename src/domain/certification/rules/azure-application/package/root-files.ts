import { isWholePackage } from '../../../whole-package';
import type { PackageFacts } from '../../../package-facts';
import { namesIn } from '../../../package-names';
import type { Rule } from '../../../rule';

export const rootFiles: Rule<PackageFacts> = {
  id: 'app.package.root-files',
  severity: 'error',
  title: 'mainTemplate.json and createUiDefinition.json stand in the root',
  rationale:
    'The marketplace opens exactly these two files; a zip of the folder instead of its content has them one level too deep.',
  policy: '300.4',
  message: {
    en: 'The package has no {expected} in its root; found: {actual}.',
    es: 'El paquete no tiene {expected} en la raíz; encontrado: {actual}.',
    ru: 'В корне пакета нет файла {expected}; найдено: {actual}.',
    zh: '包的根目录中没有 {expected}；找到的位置：{actual}。',
  },
  fix: {
    en: 'Put {expected} into the root: zip the content of the folder, not the folder.',
    es: 'Ponga {expected} en la raíz: comprima el contenido de la carpeta, no la carpeta.',
    ru: 'Поместите {expected} в корень: архивируйте содержимое папки, а не саму папку.',
    zh: '请将 {expected} 放在根目录：压缩文件夹的内容，而不是文件夹本身。',
  },
  judges: isWholePackage,
  check: (facts) => {
    const paths = namesIn(facts);
    return required
      .filter((name) => !paths.some((path) => path.toLowerCase() === name.toLowerCase()))
      .map((name) => ({
        expected: name,
        actual: paths.find((path) => path.toLowerCase().endsWith(`/${name.toLowerCase()}`)) ?? '-',
        target: { file: name },
      }));
  },
};

const required = ['mainTemplate.json', 'createUiDefinition.json'];
