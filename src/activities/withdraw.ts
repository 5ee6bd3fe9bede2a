import type { ApplicationFailure } from '@temporalio/activity';
import type { OfferKey } from '../domain/offer/ids';
import type { BlobStore, Offers, Replicas, ReviewBoard, ReviewItem, Reviews } from '../services/ports';
import { beating } from './beating';
import { closeOnBoard } from './close-review';
import type { ControlActivities } from './contract';
import { permanentFailure } from './permanent-failure';
import { allOrNamed } from './replication/all-or-named';
import { discardReplica } from './replication/discard-replica';

export type ResidueRoles = {
  readonly offers: Pick<Offers, 'clearPreview'>;
  readonly replicas: Pick<Replicas, 'release' | 'forget'>;
  readonly reviews: Pick<Reviews, 'withdraw' | 'boardTold'>;
  readonly reviewBoard: Pick<ReviewBoard, 'name' | 'find' | 'close'>;
  readonly staging: BlobStore;
  readonly regions: ReadonlyMap<string, BlobStore>;
};

/** Takes back what a publication that did not go live has put up. The live version stays as it is. */
export const withdrawActivities = (roles: ResidueRoles): Pick<ControlActivities, 'withdraw'> => ({
  async withdraw({ outcome, ...publication }) {
    if (outcome === 'live') throw withdrawsLive(publication.publicationId);
    await beating('withdrawing', () => releaseResidue(roles, publication));
  },
});

export type Residue = OfferKey & { readonly publicationId: string };

/**
 * The preview, open reviews and half-done uploads of this publication, and the replicas that nobody else holds. Does
 * everything that can be done, then throws an error that names who was away; calling it again does the rest.
 */
export async function releaseResidue(roles: ResidueRoles, residue: Residue): Promise<void> {
  const deleteBytes = await releaseHolds(roles, residue);
  await deleteBytes();
}

/**
 * The first half, which needs the catalogue only: nobody may see the preview any more or is asked to review, and nothing
 * is held. Answers the second half, the deletion of bytes and the board's items, which can wait for who is away.
 */
export async function releaseHolds(roles: ResidueRoles, residue: Residue): Promise<() => Promise<void>> {
  const { publicationId, publisherId, offerId } = residue;
  await roles.offers.clearPreview({ publisherId, offerId }, publicationId);
  const reviews = await roles.reviews.withdraw(publicationId, withdrawer);
  const released = await roles.replicas.release(publicationId);
  return () =>
    allOrNamed('The clean-up is not finished', [
      () => deleteUploads(roles.staging, publicationId),
      ...reviews.map((review) => () => tellBoard(roles, review)),
      ...released.map((replica) => () => discardReplica(roles, replica)),
    ]);
}

/** A board that is away holds no publication's end up: housekeeping tells it later (`worker/untold-boards.ts`). */
async function tellBoard(roles: ResidueRoles, review: ReviewItem): Promise<void> {
  await closeOnBoard(roles, review).catch(() => false);
}

/** Who closes a review that nobody decided. */
export const withdrawer = 'offer-publication';

/** Where certification keeps an upload until its digest is known. */
export const uploadsPrefix = 'ingest/';

async function deleteUploads(staging: BlobStore, publicationId: string): Promise<void> {
  for await (const { name } of staging.list(`${uploadsPrefix}${publicationId}/`)) await staging.delete(name);
}

const withdrawsLive = (publicationId: string): ApplicationFailure =>
  permanentFailure('WithdrawsLive', `Publication ${publicationId} is live and is not withdrawn.`);
