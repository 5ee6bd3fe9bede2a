import type { Finding, FindingTarget, Severity } from '../certification/finding';
import { beginningOf, withoutSecrets } from '../certification/without-secrets';
import type { Params } from '../text/language';
import { fieldNameOf } from './parts';
import { pointerOf, valueAt } from './pointer';
import { maskedText } from './secrets';
import type { Path } from './walk';

type OfferFault = {
  readonly ruleId: string;
  readonly path: Path;
  readonly document: unknown;
  readonly expected?: string;
  readonly actual?: string;
  readonly params?: Params;
  readonly severity?: Severity;
};

/** A finding about one place of an offer document. Params always name the field; no secret gets in. */
export function offerFinding(fault: OfferFault): Finding {
  const { ruleId, path, document, expected, params, severity = 'error' } = fault;
  const actual = fault.actual ?? printable(valueAt(document, pointerOf(path)), path);
  return {
    ruleId,
    severity,
    params: { field: fieldOf(path), ...params },
    target: targetOf(path, document),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

/** `microsoft-azure-marketplace.title` -> `title`; entries of a list go by the list's name. Key of `text/fields.ts`. */
export function fieldOf(path: Path): string {
  const key = path.findLast((segment) => typeof segment === 'string') ?? '';
  return fieldNameOf(beginningOf(String(key), 100));
}

function targetOf(path: Path, document: unknown): FindingTarget {
  const pointer = pointerOf(path);
  const [definition, plans, index] = path;
  if (definition !== 'definition' || plans !== 'plans' || typeof index !== 'number') return { pointer };
  const planId = valueAt(document, pointerOf(['definition', 'plans', index, 'planId']));
  return typeof planId === 'string' && planId !== ''
    ? { plan: beginningOf(planId, 50), pointer }
    : { pointer };
}

/** Short plain values are shown as they are, secrets only up to where they begin, the rest by its size. */
function printable(value: unknown, path: Path): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return Array.isArray(value) ? String(value.length) : undefined;
  const shown = withoutSecrets(maskedText(value, path));
  return shown.length <= 120 ? shown : `${shown.slice(0, 117)}...`;
}
