import type { Params } from '../text/language';

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
  /** Of a rule that was not run; absent in reports of older releases. */
  readonly why?: NotRunReason;
};

/** Why a rule was not run; words are added where it is shown (`text/not-run.ts`). */
export type NotRunReason = { readonly code: NotRunCode; readonly params?: Params };

export type NotRunCode =
  | 'reviewer'
  | 'crashed'
  | 'sourceNotAsked'
  | 'sourceSilent'
  | 'imageUnread'
  | 'noVhd'
  | 'noFixedVhd'
  | 'familyUnknown'
  | 'notOnDisk'
  | 'guestUnread'
  | 'supportUnknown'
  | 'noKernel'
  | 'packageListUnread'
  | 'noPackageList'
  | 'noWatchedPackage'
  | 'noHoleListed'
  | 'noAgent'
  | 'noOpenSsl'
  | 'keysUnsearched'
  | 'credentialsUnread'
  | 'noSshServer'
  | 'notInSystem'
  | 'notInPackage'
  | 'noAddress'
  | 'picturesLater'
  | 'linksNotCalled'
  | 'nothingLive'
  | 'documentCutShort';
