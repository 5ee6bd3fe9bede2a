import type { PackageFacts } from '../../../package-facts';
import { kept, type Rule } from '../../../rule';

export const unknownFile: Rule<PackageFacts> = {
  id: 'app.package.unknown-file',
  severity: 'error',
  title: 'A file judged on its own is a template, a createUiDefinition or template parameters',
  rationale:
    'Rules for templates find nothing in a file that is something else, and nothing found would look like a pass.',
  policy: '300.4',
  message: {
    en: 'This is neither a template nor a createUiDefinition nor a file of parameters.',
    es: 'Esto no es una plantilla ni un createUiDefinition ni un archivo de parámetros.',
    ru: 'Это не шаблон, не createUiDefinition и не файл параметров.',
    zh: '这既不是模板，也不是 createUiDefinition 或参数文件。',
  },
  fix: {
    en: 'Name the right file, or give it the $schema of what it is.',
    es: 'Indique el archivo correcto o póngale el $schema que le corresponde.',
    ru: 'Укажите нужный файл или добавьте в него соответствующий $schema.',
    zh: '请指定正确的文件，或为其添加相应的 $schema。',
  },
  judges: ({ form, files }) =>
    form === 'file' && files.every(({ json }) => json !== null && json.tree !== null),
  check: ({ files, templates, createUi, parameterFiles }) =>
    templates.length > 0 || createUi !== null || parameterFiles.length > 0
      ? kept
      : files.map(({ path }) => ({ target: { file: path, pointer: '', line: 1, column: 1 } })),
};
