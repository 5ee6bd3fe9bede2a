import type { OfferApi, PublicationAnswer } from './offer-api';

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

/** No connection, or an API that says it is not ready: it comes back. A refusal of another kind does not pass. */
function whileRestarted(error: unknown): undefined {
  const status = (error as { status?: number }).status;
  if (status === undefined || status >= 500) return undefined;
  throw error;
}
