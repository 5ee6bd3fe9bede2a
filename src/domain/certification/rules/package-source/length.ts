import { kept, type Rule } from '../../rule';
import { gibibyte } from '../../sizes';
import type { SourceFacts } from '../../source-facts';

/** Nothing larger is read at all. */
export const packageLength: Rule<SourceFacts> = {
  id: 'app.source.length',
  severity: 'error',
  title: 'The package holds something and at most 1 GiB',
  rationale: 'An empty file deploys nothing, and larger packages are not taken by the marketplace.',
  policy: '300.4',
  message: {
    en: 'The package has {actual} bytes; it must hold something, and at most 1 GiB.',
    es: 'El paquete tiene {actual} bytes; debe tener contenido y como máximo 1 GiB.',
    ru: 'Размер пакета — {actual} байт; он не может быть пустым и больше 1 ГиБ.',
    zh: '该包为 {actual} 字节；包不能为空，且不得超过 1 GiB。',
  },
  fix: {
    en: 'Leave large files out of the package: templates can fetch them from a storage account.',
    es: 'Deje fuera del paquete los archivos grandes: las plantillas pueden obtenerlos de una cuenta de almacenamiento.',
    ru: 'Не кладите в пакет большие файлы: шаблоны могут брать их из учётной записи хранения.',
    zh: '请不要将大文件放入包中：模板可以从存储帐户获取它们。',
  },
  check: (source) =>
    source.kind !== 'found' || (source.bytes > 0 && source.bytes <= gibibyte)
      ? kept
      : [{ expected: `1 - ${gibibyte}`, actual: `${source.bytes}` }],
};
