import type { Text } from '../language';

/** Everything a mail can contain beside its words, in the order of the row. */
export type MailPart =
  | 'findings'
  | 'rules'
  | 'certificationReport'
  | 'stepErrors'
  | 'nextStep'
  | 'workItem'
  | 'reviewComments'
  | 'reviewPage'
  | 'reason'
  | 'whoCanceled'
  | 'whoDecided'
  | 'withdrawWay'
  | 'previewLinks'
  | 'goLiveWays'
  | 'goLiveState'
  | 'scenarios'
  | 'liveLinks'
  | 'checkList'
  | 'stepFacts'
  | 'temporal'
  | 'support';

export type Recipients = 'publisher' | 'reviewers' | 'operator';

/** One line of the design's table: event -> recipients -> subject -> content. */
export type MailRow = {
  readonly recipients: Recipients;
  readonly subject: Text;
  readonly opening: Text;
  readonly parts: readonly MailPart[];
  readonly next: Text;
};
