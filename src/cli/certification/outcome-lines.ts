import type { TestResult } from '../../domain/certification/test-result';
import { findingPlace } from '../../domain/text/findings/finding-place';
import type { Paint } from '../output/paint';
import type { CertifiedVerdict } from './certified-verdict';
import type { FoundAt } from './place-of';
import { adviceToJudge, leftOutNotes, type NotRun, rulesNotRun } from './rule-notes';
import type { WordedFinding } from './worded-finding';

type Told = {
  readonly subject: string;
  readonly verdict: CertifiedVerdict;
  readonly findings: readonly WordedFinding[];
  readonly tests: readonly TestResult[];
  readonly placeOf: (finding: WordedFinding) => FoundAt;
  readonly whyNotRun?: (ruleId: string) => string;
};

/** Every finding with its place in front, as compilers write it so that editors can jump there; then the sum. */
export function outcomeLines(told: Told, paint: Paint): readonly string[] {
  const { findings, placeOf } = told;
  return [
    ...findings.flatMap((finding) => findingLines(finding, placeOf(finding), paint)),
    ...leftOutNotes(told).map(({ text }) => text),
    ...rulesNotRun(told).flatMap(notRunLines),
    sumOf(told),
    ...(told.verdict === 'notJudged' ? [`    ${adviceToJudge}`] : []),
  ];
}

function findingLines(finding: WordedFinding, { file, inside }: FoundAt, paint: Paint): readonly string[] {
  const { severity, message, fix, ruleId, target } = finding;
  const { plan, ...inFile } = target;
  const place = findingPlace({ ...inFile, file: inside === undefined ? file : `${file}!${inside}` });
  const ofPlan = plan === undefined ? '' : ` (plan ${plan})`;
  return [
    `${place}: ${paint(colours[severity], severities[severity])}: ${message} [${ruleId}]${ofPlan}`,
    ...(fix === '' ? [] : [`    Fix: ${fix}`]),
  ];
}

/** One reason holds for many rules, and a line for each would bury what was found. */
function notRunLines({ why, ruleIds }: NotRun): readonly string[] {
  return [`Not run, because ${why} (rules: ${ruleIds.length}):`, ...filledLines(ruleIds)];
}

const widest = 110;

function filledLines(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < widest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`    ${word}`);
  }
  return lines;
}

const severities = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  reviewRequired: 'review required',
} as const;
const colours = { error: 'red', warning: 'yellow', info: 'cyan', reviewRequired: 'magenta' } as const;

const verdicts: Readonly<Record<CertifiedVerdict, string>> = {
  passed: 'passed',
  failed: 'failed',
  reviewRequired: 'needs a reviewer',
  notJudged: 'was not judged',
};

function sumOf({ subject, verdict, findings, tests }: Told): string {
  const count = (wanted: WordedFinding['severity']): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  const notRun = tests.filter(({ result }) => result === 'notRun').length;
  return `${subject} ${verdicts[verdict]}. Errors: ${count('error')}. Warnings: ${count('warning')}. Rules run: ${tests.length - notRun}, not run: ${notRun}.`;
}
