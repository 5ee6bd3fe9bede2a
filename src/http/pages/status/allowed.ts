import { type Identity, may } from '../../../domain/access/identity';
import { decide } from '../../../domain/publication/decide';
import type { PublicationStatus } from '../../../domain/publication/status';
import type { Allowed } from './view';

/** Asks the publication's own decision table, so that the button and the answer cannot differ. */
export function allowedNow(status: PublicationStatus, reader: Identity, now: Date): Allowed {
  const byRole = may(reader, 'publish', status.publisherId);
  const wouldAccept = (name: 'goLive' | 'cancel'): boolean =>
    byRole &&
    decide(status, { name, actor: reader.actor, requestId: 'would-it-go' }, now.toISOString()).answer.kind ===
      'accepted';
  return { byRole, goLive: wouldAccept('goLive'), cancel: wouldAccept('cancel') };
}
