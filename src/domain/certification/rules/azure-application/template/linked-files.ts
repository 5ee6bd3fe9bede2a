import { deploymentsOf } from '../../../../arm-template/linked-file';
import { templatesOf } from '../../../../arm-template/templates-of';
import { isNamedBy, type WrittenLink, writtenLink } from '../../../../arm-template/written-link';
import type { PackageFacts } from '../../../package-facts';
import { namesIn } from '../../../package-names';
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
    en: 'This deployment links to {expected}, and the package has no such file; found: {actual}.',
    es: 'Esta implementación enlaza a {expected}, y el paquete no tiene ese archivo; encontrado: {actual}.',
    ru: 'Это развёртывание ссылается на {expected}, а такого файла в пакете нет; найдено: {actual}.',
    zh: '此部署链接到 {expected}，但包中没有该文件；找到的是：{actual}。',
  },
  fix: {
    en: 'Put the file into the package under this path, or correct the link. The case of letters counts.',
    es: 'Ponga el archivo en el paquete con esa ruta o corrija el vínculo. Las mayúsculas y minúsculas cuentan.',
    ru: 'Добавьте файл в пакет по этому пути или исправьте ссылку. Регистр букв имеет значение.',
    zh: '请将该文件以此路径放入包中，或更正链接。区分字母大小写。',
  },
  judges: (facts) => isWholePackage(facts) && facts.templates.length > 0,
  check: (facts) => {
    const files = filesByName(facts);
    return templatesOf(facts).flatMap((template) =>
      deploymentsOf(template).flatMap((deployment) => {
        const link = writtenLink(deployment, template);
        if (link?.isOfPackage !== true) return [];
        const meant = filesMeant(link, files);
        if (meant.some((file) => isNamedBy(link, file))) return [];
        const severity = link.isWhole ? 'error' : 'warning';
        const facts = { expected: link.path, actual: meant[0] ?? '-', severity } as const;
        return [violationAt(template, link.place, facts)];
      }),
    );
  },
};

/** Paths by their last name in lower case. */
type FilesByName = ReadonlyMap<string, readonly string[]>;

function filesByName(facts: PackageFacts): FilesByName {
  const byName = new Map<string, string[]>();
  for (const path of namesIn(facts)) {
    const name = lastName(path).toLowerCase();
    const ofName = byName.get(name);
    if (ofName) ofName.push(path);
    else byName.set(name, [path]);
  }
  return byName;
}

/** Those that whoever wrote the link can mean. Storage, from where customers get them, tells `A` from `a`. */
function filesMeant({ path, isWhole }: WrittenLink, files: FilesByName): readonly string[] {
  const wanted = { path: path.toLowerCase(), isWhole };
  const ofName = files.get(lastName(wanted.path)) ?? [];
  return ofName.filter((file) => isNamedBy(wanted, file.toLowerCase()));
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
