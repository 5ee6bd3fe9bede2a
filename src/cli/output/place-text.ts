import { isRecord } from '../api/read-error';

/** Where a finding points, e.g. ` at plan standard, vm.json line 3, /resources/0`; empty when it points nowhere. */
export function placeText(target: unknown): string {
  if (!isRecord(target)) return '';
  const { plan, file, line, pointer } = target;
  const parts = [
    typeof plan === 'string' ? [`plan ${plan}`] : [],
    typeof file === 'string' ? [typeof line === 'number' ? `${file} line ${line}` : file] : [],
    typeof pointer === 'string' ? [pointer] : [],
  ].flat();
  return parts.length === 0 ? '' : ` at ${parts.join(', ')}`;
}
