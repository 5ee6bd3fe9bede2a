import type { HistoryEvent } from '../../src/services/ports';

/** Of no offer: a token of contoso was revoked, unless told otherwise. */
export const publisherEvent = (cursor: number, change: Partial<HistoryEvent> = {}): HistoryEvent => ({
  publisherId: 'contoso',
  offerId: '',
  cursor: `1.${cursor}`,
  kind: 'tokenRevoked',
  actor: 'ann@contoso',
  publicationId: null,
  offerVersion: null,
  isVouchedFor: true,
  payload: { tokenId: 't-1', name: 'ci', role: 'Contributor', expiresAt: null },
  at: '2026-11-20T12:00:00.000Z',
  ...change,
});
