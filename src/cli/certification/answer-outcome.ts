import type { RuleDescription } from '../../domain/certification/rule';
import type { RulesOutcome } from '../../domain/certification/run-rules';
import type { Asked } from '../asked';
import { knownAddress } from '../connection';
import { exitCodes } from '../exit-codes';
import { verdictOf } from './certified-verdict';
import type { CertifyFlags } from './certify-flags';
import { outcomeLines } from './outcome-lines';
import { placesIn } from './place-of';
import { sarifOf } from './sarif';
import { inWords } from './worded-finding';

export type CertifiedOutcome = {
  /** As it was named on the command line. */
  readonly subject: string;
  /** Those that ran. */
  readonly rules: readonly RuleDescription[];
  readonly outcome: RulesOutcome;
  readonly details?: CertifiedDetails;
  /** Of a rule that was not run; given, every such rule is told. */
  readonly whyNotRun?: (ruleId: string) => string;
  /** Whether the subject is a folder or zip, and findings name the files in it. */
  readonly holdsFiles?: boolean;
};

/** More than findings: what was certified, and what that cost. */
export type CertifiedDetails = {
  /** Put into the JSON answer. */
  readonly value: object;
  /** Put before everything else. */
  readonly lines: readonly string[];
};

/** Tells the outcome as words, JSON or SARIF, and returns the exit code. */
export function answerOutcome(
  asked: Asked<CertifyFlags>,
  { subject, rules, outcome, details, whyNotRun, holdsFiles = false }: CertifiedOutcome,
): number {
  const { flags, language, surroundings, paint } = asked;
  const { tests } = outcome;
  const verdict = verdictOf(outcome);
  const findings = outcome.findings.map((finding) => inWords(finding, language));
  const placeOf = placesIn(subject, holdsFiles);
  const told = { subject, verdict, findings, tests, placeOf, ...(whyNotRun && { whyNotRun }) };
  if (flags.sarif === true) {
    const site = knownAddress(flags, surroundings);
    surroundings.stdout(`${JSON.stringify(sarifOf({ rules, site, ...told }), null, 2)}\n`);
  } else
    asked.answer(
      { verdict, ...details?.value, findings, tests },
      `${[...(details?.lines ?? []), ...outcomeLines(told, paint)].join('\n')}\n`,
    );
  const isTooMuch = flags.failOn === 'warning' && findings.some(({ severity }) => severity === 'warning');
  return verdict === 'passed' && !isTooMuch ? exitCodes.ok : exitCodes.certification;
}
