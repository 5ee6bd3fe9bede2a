import { type OfferKey, workflowIdOf } from '../../src/domain/offer/ids';
import { unescaped } from './html';
import type { RealSystem } from './real-system';
import { runOffer } from './run-offer';
import { until } from './until';

/** The words for an offer's status, as each face shows them. */
export type ShownLabels = {
  readonly statusPage: string;
  readonly allOffers: string;
  readonly cli: unknown;
};

/** What people read now on the pages and in `offer status`. */
export async function shownLabels(
  api: { readonly url: string; readonly token: string },
  { publisherId, offerId }: OfferKey,
): Promise<ShownLabels> {
  const signedIn = await fetch(`${api.url}/sign-in?token=${api.token}`, { redirect: 'manual' });
  const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const read = async (path: string, place: RegExp): Promise<string> => {
    const page = await (await fetch(`${api.url}${path}`, { headers: { Cookie } })).text();
    const words = place.exec(page)?.[1] ?? `not on ${path}`;
    return unescaped(words.replace(/<[^>]*>/g, '')).trim();
  };
  const status = `/publishers/${publisherId}/offers/${offerId}/status`;
  const told = await runOffer(['status', `${publisherId}/${offerId}`, '--json'], {
    OFFER_API: api.url,
    OFFER_TOKEN: api.token,
  });
  return {
    statusPage: await read(status, /<h2 id="standing-title">(.*?)<\/h2>/s),
    allOffers: await read('/', new RegExp(`<td class="right"[^>]*><a [^>]*href="${status}">(.*?)</a>`, 's')),
    cli: (JSON.parse(told.stdout) as { readonly label?: unknown }).label,
  };
}

/** All of them say the same. */
export const everywhere = (label: string): ShownLabels => {
  return { statusPage: label, allOffers: label, cli: label };
};

/** Waits until the offer's newest run says so under "User Metadata" in the Temporal UI. */
export async function untilRunSays(
  { temporal }: Pick<RealSystem, 'temporal'>,
  offer: OfferKey,
  label: string,
): Promise<void> {
  await until(`the run of ${offer.offerId} says "${label}"`, async () => {
    const run = temporal.workflow.getHandle(workflowIdOf(offer));
    const { currentDetails } = await run.query<{ readonly currentDetails: string }>(
      '__temporal_workflow_metadata',
    );
    return currentDetails.split('\n')[0]?.includes(`: **${label}**`);
  });
}
