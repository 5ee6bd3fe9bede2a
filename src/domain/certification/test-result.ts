/**
 * What came of one rule: its own verdict, before the marketplace's downgrade of some errors to warnings. `notRun` says
 * that there was nothing to judge or no way to, never that it passed.
 */
export type TestResult = {
  readonly ruleId: string;
  readonly aliases: readonly string[];
  readonly result: 'pass' | 'warn' | 'fail' | 'notRun';
  /** Of what was judged as a whole, by rules that measure, whether they are kept or not. No secrets. */
  readonly expected?: string;
  readonly actual?: string;
  /** How many more findings there were than anybody would read. */
  readonly leftOut?: number;
};
