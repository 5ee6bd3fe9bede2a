import type { PackagedFile } from '../../../product-page/product-page';
import { kept, type Rule } from '../../rule';

/** Null: no honest zip. */
type PackageStructure = { readonly files: readonly PackagedFile[] | null };

const rootFiles = ['mainTemplate.json', 'createUiDefinition.json'];

const packageRootFiles: Rule<PackageStructure> = {
  id: 'app.package.root-files',
  severity: 'error',
  policy: '300.4',
  message: {
    en: 'The package must be a zip with {expected} in its root; found: {actual}.',
    es: 'El paquete debe ser un zip con {expected} en la raíz; encontrado: {actual}.',
    ru: 'Пакет должен быть zip-файлом с {expected} в корне; найдено: {actual}.',
    zh: '包必须是根目录中包含 {expected} 的 zip 文件；实际找到：{actual}。',
  },
  fix: {
    en: 'Zip the files themselves, not the folder they are in.',
    es: 'Comprima los propios archivos, no la carpeta que los contiene.',
    ru: 'Упакуйте сами файлы, а не папку, в которой они лежат.',
    zh: '请压缩文件本身，而不是其所在的文件夹。',
  },
  check: ({ files }) => {
    const names = (files ?? []).map(({ path }) => path.toLowerCase());
    const found = rootFiles.filter((name) => names.includes(name.toLowerCase()));
    if (found.length === rootFiles.length) return kept;
    return [{ expected: rootFiles.join(', '), actual: found.join(', ') || '0' }];
  },
};

export const packageStructureRules: readonly Rule<PackageStructure>[] = [packageRootFiles];
