import type { TestResult } from '../../domain/certification/test-result';

export type Noted = {
  readonly tests: readonly TestResult[];
  readonly whyNotRun?: (ruleId: string) => string;
};

export type RuleNote = { readonly ruleId: string; readonly text: string };

/** Rules that were not run for one reason. */
export type NotRun = { readonly why: string; readonly ruleIds: readonly string[] };

/** What no finding tells of a rule: that there was more than anybody would read, and why it was not run. */
export function ruleNotes(noted: Noted): readonly RuleNote[] {
  return [
    ...leftOutNotes(noted),
    ...rulesNotRun(noted).flatMap(({ why, ruleIds }) =>
      ruleIds.map((ruleId) => ({ ruleId, text: `Not run: ${ruleId} (${why})` })),
    ),
  ];
}

/** Of which rules there were more findings than anybody would read. */
export function leftOutNotes({ tests }: Noted): readonly RuleNote[] {
  return tests.flatMap(({ ruleId, leftOut }) =>
    leftOut === undefined ? [] : [{ ruleId, text: `More findings of ${ruleId}: ${leftOut}` }],
  );
}

/** By reason, in the order of the rules; none where reasons are not told. */
export function rulesNotRun({ tests, whyNotRun }: Noted): readonly NotRun[] {
  const byReason = new Map<string, string[]>();
  if (whyNotRun === undefined) return [];
  for (const { ruleId, result } of tests) {
    if (result !== 'notRun') continue;
    const why = whyNotRun(ruleId);
    byReason.set(why, [...(byReason.get(why) ?? []), ruleId]);
  }
  return [...byReason].map(([why, ruleIds]) => ({ why, ruleIds }));
}

/** Where every rule was not run. */
export const adviceToJudge =
  'No pass: none of these rules had anything to judge. Certify without --only, and see that it is what you meant to certify.';
