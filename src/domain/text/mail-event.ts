/** What a mail can be about. Who gets it and what it says: `mail-table.ts`. */
export type MailEvent =
  | 'validationFailed'
  | 'certificationFailed'
  | 'stepFailed'
  | 'previewReady'
  | 'signOffReminder'
  | 'addressMissing'
  | 'goLiveApproved'
  | 'live'
  | 'canceled'
  | 'reviewStarted'
  | 'reviewReminder'
  | 'reviewEscalation'
  | 'reviewApproved'
  | 'changesRequested'
  | 'ownFailure'
  | 'overdue';
