import { positionOf } from '../../../../json/text-position';
import type { JsonFault, JsonProblem } from '../../../../json/parse-json';
import type { PackageFacts } from '../../../package-facts';
import type { Severity } from '../../../finding';
import type { Rule } from '../../../rule';

export const jsonValid: Rule<PackageFacts> = {
  id: 'app.package.json',
  aliases: ['JSONFiles-Should-Be-Valid'],
  severity: 'error',
  title: 'Every JSON file can be read',
  rationale: 'A file that cannot be read is not judged by any other rule, and stops the deployment.',
  policy: '300.4',
  message: {
    en: 'This is no valid JSON: {flaw}.',
    es: 'Esto no es JSON válido: {flaw}.',
    ru: 'Это недопустимый JSON: {flaw}.',
    zh: 'JSON 无效：{flaw}。',
  },
  fix: {
    en: 'Correct the file at this place; an editor with JSON support shows what is wrong.',
    es: 'Corrija el archivo en este lugar; un editor compatible con JSON muestra qué falla.',
    ru: 'Исправьте файл в этом месте: редактор с поддержкой JSON покажет, что не так.',
    zh: '请在此处更正文件；支持 JSON 的编辑器会显示错误所在。',
  },
  judges: ({ files }) => files.some(({ json }) => json !== null),
  check: ({ files }) =>
    files.flatMap(({ path, json }) =>
      json === null
        ? []
        : [...(json.fault === null ? [] : [json.fault]), ...json.slips].map((fault) => ({
            params: { flaw: fault.problem },
            severity: weightOf(fault),
            target: { file: path, ...positionOf(json.lineStarts, fault.offset) },
          })),
    ),
};

/** What Resource Manager reads all the same; other tools may not. A text over several lines is documented. */
const tolerated: Readonly<Partial<Record<JsonProblem, Severity>>> = {
  bareName: 'warning',
  lineBreak: 'info',
};

const weightOf = ({ problem }: JsonFault): Severity => tolerated[problem] ?? 'error';
