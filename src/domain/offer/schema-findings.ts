import type { z } from 'zod';
import type { Finding } from '../certification/finding';
import { characterCount } from '../text/fields/character-count';
import type { Params } from '../text/language';
import { offerFinding } from './offer-finding';
import { pointerOf, valueAt } from './pointer';
import type { Path } from './walk';

/** What a schema found wrong, as findings: one per place, because one fault is enough to fix a field. */
export function findingsOfIssues(issues: readonly z.core.$ZodIssue[], document: unknown): readonly Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const issue of issues) {
    const path = issue.path.filter((segment) => typeof segment !== 'symbol');
    const pointer = pointerOf(path);
    if (!byPlace.has(pointer)) byPlace.set(pointer, findingOfIssue(issue, path, document));
  }
  return [...byPlace.values()];
}

type Fault = { readonly ruleId: string; readonly expected?: string; readonly params?: Params };

function findingOfIssue(issue: z.core.$ZodIssue, path: Path, document: unknown): Finding {
  const value = valueAt(document, pointerOf(path));
  const isMissing = value === undefined || value === null || value === '';
  const fault: Fault = isMissing ? { ruleId: 'offer.field-missing' } : faultOf(issue, value);
  return offerFinding({ ...fault, path, document });
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue, value);
    case 'too_small':
      return tooSmall(issue, value);
    case 'invalid_value':
      return { ruleId: 'offer.choice-unknown', expected: issue.values.map(String).join(' | ') };
    case 'custom':
      return faultOfRefinement(issue.params);
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { ruleId: 'offer.field-invalid' };
  }
}

function tooBig(issue: z.core.$ZodIssueTooBig, value: unknown): Fault {
  const limit = Number(issue.maximum);
  const expected = `<= ${limit}`;
  if (typeof value === 'string') {
    const length = characterCount(value);
    return { ruleId: 'offer.field-too-long', expected, params: { limit, length } };
  }
  if (Array.isArray(value)) {
    return { ruleId: 'offer.list-too-long', expected, params: { limit, length: value.length } };
  }
  return { ruleId: 'offer.number-out-of-range', expected, params: { limit } };
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, value: unknown): Fault {
  const limit = Number(issue.minimum);
  const expected = `>= ${limit}`;
  if (typeof value === 'string') {
    return { ruleId: 'offer.field-too-short', expected, params: { limit, length: characterCount(value) } };
  }
  if (Array.isArray(value)) return { ruleId: 'offer.list-empty', expected, params: { limit } };
  return { ruleId: 'offer.number-out-of-range', expected, params: { limit } };
}

function faultOfRefinement(params: Readonly<Record<string, unknown>> | undefined): Fault {
  const ruleId = params?.['ruleId'];
  const expected = params?.['expected'];
  return {
    ruleId: typeof ruleId === 'string' ? ruleId : 'offer.field-invalid',
    ...(typeof expected === 'string' ? { expected } : {}),
  };
}

function wrongType(expected: string, value: unknown): Fault {
  const actual = Array.isArray(value) ? 'array' : typeof value;
  return { ruleId: 'offer.field-type', expected, params: { expected, actual } };
}
