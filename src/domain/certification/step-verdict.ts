import { type Finding, judge, type Verdict } from './finding';

/** The part of a verdict that travels in histories; the report holds all. */
export type JudgedFindings = {
  readonly verdict: Verdict;
  /** At most 10, and at most 1,600 bytes as JSON: with what goes beside them a payload stays below 2 KiB. */
  readonly findings: readonly Finding[];
  /** Counts every finding, also those cut from `findings`. */
  readonly findingCount: number;
};

/** Judges all findings and lets the first ones travel; what does not fit is cut from the end. */
export function stepVerdict(findings: readonly Finding[]): JudgedFindings {
  return { verdict: judge(findings), findings: travelling(findings), findingCount: findings.length };
}

const mostFindings = 10;
const mostBytes = 1600;

/** Never empty when there is a finding: the first one is shortened rather than lost. */
export function travelling(findings: readonly Finding[]): readonly Finding[] {
  const [first, ...others] = findings.slice(0, mostFindings);
  if (first === undefined) return [];
  const kept = [fitting(first)];
  for (const finding of others) {
    if (!fits([...kept, finding])) break;
    kept.push(finding);
  }
  return kept;
}

/** Publishers give texts of any length, and a finding may quote several of them. */
function fitting(finding: Finding): Finding {
  const lengths = [Infinity, 200, 100, 50, 20];
  const shorter = lengths.map((length) => shortened(finding, length));
  return shorter.find((each) => fits([each])) ?? { ...shortened(finding, 20), params: {} };
}

function shortened(finding: Finding, length: number): Finding {
  const cut = <Value>(value: Value): Value | string =>
    typeof value === 'string' && value.length > length ? `${value.slice(0, length - 1)}…` : value;
  const { params, target, expected, actual } = finding;
  return {
    ...finding,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)])),
    target: Object.fromEntries(Object.entries(target).map(([name, value]) => [name, cut(value)])),
    ...(expected === undefined ? {} : { expected: cut(expected) }),
    ...(actual === undefined ? {} : { actual: cut(actual) }),
  };
}

function fits(findings: readonly Finding[]): boolean {
  return new TextEncoder().encode(JSON.stringify(findings)).length <= mostBytes;
}
