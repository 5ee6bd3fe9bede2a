import type { OfferApi, PublicationAnswer } from './offer-api';
import { mayPass } from './until-answered';

/** The publication that is followed; an offer's newest may still be an older one. */
export type Followed = {
  readonly api: OfferApi;
  readonly publicationId: string;
  /** Between two questions. */
  readonly pause: () => Promise<void>;
};

/** Waits until the answer shows it, or the publication has ended. An API that is being restarted is asked again. */
export async function untilKnown(
  { api, publicationId, pause }: Followed,
  isThere: (publication: PublicationAnswer) => boolean,
): Promise<PublicationAnswer> {
  for (;;) {
    const publication = await api.publication(publicationId).catch(whileRestarted);
    if (publication !== undefined && (isThere(publication) || publication.status.endedAt !== null))
      return publication;
    await pause();
  }
}

function whileRestarted(error: unknown): undefined {
  if (!mayPass(error)) throw error;
  return undefined;
}
