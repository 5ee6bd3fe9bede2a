import { deploymentsOf } from '../../../../arm-template/linked-file';
import { templatesOf } from '../../../../arm-template/templates-of';
import { type WrittenLink, writtenLink } from '../../../../arm-template/written-link';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';
import { violationAt } from '../../../template-rule';
import { isWholePackage } from '../../../whole-package';

export const templateLinkedFiles: Rule<PackageFacts> = {
  id: 'app.template.linked-files',
  severity: 'error',
  title: 'A template that a deployment links to is in the package',
  rationale:
    'The deployment fails at every customer as soon as it comes to the link, after what stands before it was made and paid for.',
  policy: '300.4',
  limits: {
    en: 'A path that is written out is looked up as it is. Of an address that is put together, what it ends in is looked up wherever it may lie, and its absence is a warning; links to addresses outside of the package are not followed.',
    es: 'Una ruta escrita por completo se busca tal cual. De una dirección compuesta se busca su final dondequiera que esté, y su falta es un aviso; los vínculos a direcciones fuera del paquete no se siguen.',
    ru: 'Путь, записанный целиком, ищется как есть. У адреса, который составляется, ищется его конец в любом каталоге, и его отсутствие — предупреждение; ссылки за пределы пакета не проверяются.',
    zh: '完整写出的路径按原样查找。对于拼接而成的地址，在任何位置查找其末尾部分，找不到则为警告；不跟踪指向包外地址的链接。',
  },
  message: {
    en: 'This deployment links to {expected}, and the package has no such file.',
    es: 'Esta implementación enlaza a {expected}, y el paquete no tiene ese archivo.',
    ru: 'Это развёртывание ссылается на {expected}, а такого файла в пакете нет.',
    zh: '此部署链接到 {expected}，但包中没有该文件。',
  },
  fix: {
    en: 'Put the file into the package under this path, or correct the link.',
    es: 'Ponga el archivo en el paquete con esa ruta o corrija el vínculo.',
    ru: 'Добавьте файл в пакет по этому пути или исправьте ссылку.',
    zh: '请将该文件以此路径放入包中，或更正链接。',
  },
  judges: (facts) => isWholePackage(facts) && facts.templates.length > 0,
  check: (facts) => {
    const files = filesByName(facts);
    return templatesOf(facts).flatMap((template) =>
      deploymentsOf(template).flatMap((deployment) => {
        const link = writtenLink(deployment, template);
        if (link === undefined || isThere(link, files)) return [];
        const severity = link.isWhole ? 'error' : 'warning';
        return [violationAt(template, link.place, { expected: link.path, severity })];
      }),
    );
  },
};

/** Paths in lower case, by their last name. */
type FilesByName = ReadonlyMap<string, readonly string[]>;

/** What could not be read of a package is there all the same: entries name it. */
function filesByName({ files, entries }: PackageFacts): FilesByName {
  const byName = new Map<string, string[]>();
  for (const path of new Set([...files.map((file) => file.path), ...entries.map((entry) => entry.name)])) {
    const lower = path.toLowerCase();
    const ofName = byName.get(lastName(lower));
    if (ofName) ofName.push(lower);
    else byName.set(lastName(lower), [lower]);
  }
  return byName;
}

function isThere({ path, isWhole }: WrittenLink, files: FilesByName): boolean {
  const wanted = path.toLowerCase();
  const ofName = files.get(lastName(wanted)) ?? [];
  return ofName.some((file) => file === wanted || (!isWhole && file.endsWith(`/${wanted}`)));
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
