import { findingPlace } from '../../domain/text/findings/finding-place';
import type { Language } from '../../domain/text/language';
import { terminalText } from '../../domain/text/terminal/terminal';
import { isRecord } from '../api/read-error';

/** Where a finding points, e.g. ` at vm.json:3:5, /resources/0 (plan standard)`; empty when it points nowhere. */
export function placeText(target: unknown, language: Language): string {
  if (!isRecord(target)) return '';
  const { plan, file, line, column, pointer } = target;
  const place = findingPlace({
    ...(typeof file === 'string' ? { file } : {}),
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof column === 'number' ? { column } : {}),
    ...(typeof pointer === 'string' ? { pointer } : {}),
  });
  return [
    ...(place === '' ? [] : [terminalText('at', language, { place })]),
    ...(typeof plan === 'string' ? [terminalText('ofPlan', language, { plan })] : []),
  ]
    .map((part) => ` ${part}`)
    .join('');
}
