/** What a kind of event is called outside, and which fields of its payload are told there: what is not named stays inside. */
type EventType = { readonly type: string; readonly fields: readonly string[] };

const about = (subject: string, kind: string, fields: readonly string[]): EventType => ({
  type: `offer-publication.${subject}.${kind}`,
  fields,
});

/** Kind in the event table -> what is told of it. Types never change; kinds that are not here are nobody else's business. */
const told: Readonly<Record<string, EventType>> = {
  draftSaved: about('offer', 'draftSaved', ['etag']),
  draftDiscarded: about('offer', 'draftDiscarded', []),
  versionFrozen: about('offer', 'versionFrozen', ['offerVersion', 'regions']),
  previewSet: about('offer', 'previewSet', ['offerVersion', 'packageDigest']),
  previewCleared: about('offer', 'previewCleared', ['offerVersion']),
  productionSet: about('offer', 'productionSet', ['offerVersion', 'packageDigest']),
  operationAccepted: about('operation', 'accepted', ['operationId', 'operationKind', 'state']),
  operationChanged: about('operation', 'changed', ['operationId', 'operationKind', 'state']),
  supportRequested: about('support', 'requested', ['caseNumber', 'step']),
  started: about('publication', 'started', ['language', 'requestedBy']),
  opened: about('publication', 'opened', ['offerType', 'offerVersion', 'language']),
  stepChanged: about('publication', 'stepChanged', ['step', 'status']),
  messageAdded: about('publication', 'messageAdded', ['step', 'level', 'message']),
  findingsReported: about('publication', 'findingsReported', ['step', 'findings']),
  // The addresses themselves are personal data; the publisher sees them on the status page.
  emailsProvided: about('publication', 'emailsProvided', []),
  goLiveVoted: about('publication', 'goLiveVoted', ['notBefore']),
  goLiveWithdrawn: about('publication', 'goLiveWithdrawn', []),
  goLiveApproved: about('publication', 'goLiveApproved', []),
  cancelRequested: about('publication', 'cancelRequested', ['reason']),
  reviewOpened: about('publication', 'reviewOpened', ['step']),
  reviewDecided: about('publication', 'reviewDecided', ['step', 'decision']),
  reviewThreadOpened: about('review', 'threadOpened', ['threadId', 'file', 'line', 'pointer']),
  reviewThreadAnswered: about('review', 'threadAnswered', ['threadId', 'file', 'line', 'pointer']),
  reviewThreadResolved: about('review', 'threadResolved', ['threadId', 'file', 'line', 'pointer']),
  reviewThreadReopened: about('review', 'threadReopened', ['threadId', 'file', 'line', 'pointer']),
  exceptionGranted: about('certification', 'exceptionGranted', [
    'exceptionId',
    'planId',
    'ruleId',
    'reason',
    'until',
  ]),
  exceptionEnded: about('certification', 'exceptionEnded', ['exceptionId', 'planId', 'ruleId']),
  previewOpened: about('publication', 'previewOpened', []),
  wentLive: about('publication', 'wentLive', ['links']),
  ended: about('publication', 'ended', ['outcome']),
  gaveUp: about('publication', 'gaveUp', ['message']),
};

export const eventTypeOf = (kind: string): EventType | undefined =>
  Object.hasOwn(told, kind) ? told[kind] : undefined;

/** Every kind that is told outside. */
export const toldKinds: readonly string[] = Object.keys(told);

/** Every type there is, as subscribers name them. */
export const eventTypes: readonly string[] = Object.values(told).map(({ type }) => type);

/** The kinds behind types; undefined when one of them does not exist. */
export function kindsOf(types: readonly string[]): readonly string[] | undefined {
  const kinds = types.map((type) => toldKinds.find((kind) => told[kind]?.type === type));
  return kinds.every((kind) => kind !== undefined) ? kinds : undefined;
}
