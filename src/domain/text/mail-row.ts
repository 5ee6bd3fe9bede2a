import type { Text } from './language';

/** Everything a mail can contain beside its words, in the order of the row. */
export type MailPart =
  | 'findings'
  | 'rules'
  | 'stepErrors'
  | 'reviewComments'
  | 'whoCanceled'
  | 'previewLinks'
  | 'goLiveWays'
  | 'liveLinks'
  | 'checkList'
  | 'stepFacts'
  | 'temporal'
  | 'support';

/** One line of the design's table: event -> recipients -> subject -> content. */
export type MailRow = {
  readonly recipients: 'publisher' | 'operator';
  readonly subject: Text;
  readonly opening: Text;
  readonly parts: readonly MailPart[];
  readonly next: Text;
};
