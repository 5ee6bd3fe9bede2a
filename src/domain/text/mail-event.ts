/** What a mail can be about. Who gets it and what it says: `mail-table.ts`. */
export type MailEvent =
  /** A start from elsewhere that could not begin: a foreign workflow id, an offer nobody knows. It has no log. */
  | 'startRefused'
  | 'validationFailed'
  | 'certificationFailed'
  | 'stepFailed'
  | 'previewReady'
  | 'signOffReminder'
  | 'addressMissing'
  | 'goLiveApproved'
  | 'live'
  | 'canceled'
  | 'findingsInReview'
  | 'findingsApproved'
  | 'reviewStarted'
  | 'reviewReminder'
  | 'reviewEscalation'
  | 'boardAway'
  | 'reviewApproved'
  | 'changesRequested'
  | 'ownFailure'
  | 'overdue';
