import { readOffer } from '../domain/offer/read-offer';
import type { OfferVersionRecord, PreviewTokens } from '../services/ports';
import type { PreviewLink } from '../domain/text/mails/mail-facts';

export type PreviewLinkRoles = {
  readonly previewTokens: Pick<PreviewTokens, 'issue'>;
};

const validDays = 14;

/**
 * One link for each allow-listed subscription of the version, made for the mail that carries it: a token never
 * enters a history or the log. Reminders come sooner (`REMIND_SIGN_OFF_HOURS`), so the newest mail always has links
 * that work.
 */
export async function personalPreviewLinks(
  { previewTokens }: PreviewLinkRoles,
  { publisherId, offerId, document }: OfferVersionRecord,
  previewUri: string,
): Promise<readonly PreviewLink[]> {
  const read = readOffer(document);
  if (read.kind === 'invalid') return [];
  const expires = new Date(Date.now() + validDays * 86_400_000);
  return Promise.all(
    read.offer.previewSubscriptions.map(async (subscriptionId) => {
      const token = await previewTokens.issue({ publisherId, offerId, subscriptionId }, expires);
      return { subscriptionId, uri: `${previewUri}?token=${encodeURIComponent(token)}` };
    }),
  );
}
