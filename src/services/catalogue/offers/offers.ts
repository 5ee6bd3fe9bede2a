import type { Clock, Offers } from '../../ports';
import type { Connection } from '../database/connection';
import { discardDraft, refusalToDiscard } from './discards';
import { saveDraft } from './drafts';
import { selectOffers, toOfferRecord } from './offer-row';
import { summariesOf } from './offer-summaries';
import type { SecretSeal } from '../secrets/seal-secrets';
import { revealSecrets } from '../secrets/secrets';
import { clearPreview, flipToProduction, setPreview, slotsOf } from './slots';
import { findVersion, freeze, liveBefore } from './versions';

export const offersIn = (db: Connection, seal: SecretSeal, clock: Clock): Offers => ({
  saveDraft: (offer, draft, options) => saveDraft({ db, seal, clock }, { offer, draft, ...options }),

  async find({ publisherId, offerId }) {
    const row = await selectOffers(db)
      .where('offer.publisherId', '=', publisherId)
      .where('offer.offerId', '=', offerId)
      .executeTakeFirst();
    return row === undefined ? undefined : toOfferRecord(row);
  },

  async list(publisherId) {
    const newestFirst = selectOffers(db)
      .orderBy('offer.changedAt', 'desc')
      .orderBy('offer.tickVersion', 'desc');
    const rows = await (
      publisherId === undefined ? newestFirst : newestFirst.where('offer.publisherId', '=', publisherId)
    ).execute();
    return rows.map(toOfferRecord);
  },

  summaries: (publisherId) => summariesOf(db, publisherId),

  async withId(offerId) {
    const rows = await selectOffers(db)
      .where('offer.offerId', '=', offerId)
      .orderBy('offer.publisherId')
      .limit(100)
      .execute();
    return rows.map(toOfferRecord);
  },

  discard: (offer, options) => discardDraft({ db, clock }, { offer, ...options }),
  whyNotDiscard: (offer) => refusalToDiscard(db, offer),
  freeze: (offer, publicationId, options) => freeze({ db, clock }, { offer, publicationId, ...options }),
  findVersion: (offer, offerVersion) => findVersion(db, offer, offerVersion),
  liveBefore: (offer, offerVersion) => liveBefore(db, offer, offerVersion),
  revealSecrets: (offer, document) => revealSecrets({ db, seal }, offer, document),
  slots: (offer) => slotsOf(db, offer),
  setPreview: (offer, preview) => setPreview({ db, clock }, offer, preview),
  clearPreview: (offer, publicationId) => clearPreview({ db, clock }, offer, publicationId),
  flipToProduction: (offer, publicationId, packageDigest) =>
    flipToProduction({ db, clock }, { offer, publicationId, packageDigest }),
});
