import { setTimeout as pause } from 'node:timers/promises';
import type { OfferKey } from '../../../src/domain/offer/ids';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { createPreviewTokens } from '../../../src/services/signing/preview-tokens';
import type { RealSystem } from '../real-system';

export type Shown = { readonly path: string; readonly status: number; readonly text: string };

/** A fault of a busy machine passes meanwhile; one of ours stays. */
const faultsPassWithinMs = 60_000;

/** What the API answers whoever may see everything. */
export async function shownAt({ anyApi, keys }: RealSystem, path: string): Promise<Shown> {
  const { url } = await anyApi();
  for (const end = Date.now() + faultsPassWithinMs; ; await pause(500)) {
    const answer = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${keys.apiToken}` } });
    const shown = { path, status: answer.status, text: await answer.text() };
    if (shown.status < 500 || Date.now() > end) return shown;
  }
}

/** Where an offer's product page is shown to customers; none before it was live. */
export async function productPaths({ catalogue }: RealSystem, offer: OfferKey): Promise<readonly string[]> {
  const live = (await catalogue.offers.slots(offer)).find(({ slot }) => slot === 'Production');
  const record = live && (await catalogue.publications.find(live.publicationId));
  return record?.status.liveLinks.map(({ uri }) => new URL(uri).pathname) ?? [];
}

/** Where an offer's preview is shown, and the permission that the first of the allowed subscriptions has. */
export async function previewOf(
  { catalogue, keys }: RealSystem,
  offer: OfferKey,
): Promise<{ readonly path: string; readonly query: string } | undefined> {
  const preview = (await catalogue.offers.slots(offer)).find(({ slot }) => slot === 'Preview');
  const version = preview && (await catalogue.offers.findVersion(offer, preview.offerVersion));
  const read = version && readOffer(version.document);
  const [subscriptionId] = read?.kind === 'read' ? read.offer.previewSubscriptions : [];
  if (subscriptionId === undefined) return undefined;
  const tokens = createPreviewTokens({ privateKeyPem: keys.signingKey, retired: {} });
  const token = await tokens.issue({ ...offer, subscriptionId }, new Date(Date.now() + 3_600_000));
  return { path: `/preview/${offer.publisherId}/${offer.offerId}`, query: `?token=${token}` };
}

/**
 * Without what is different at every look: where the page stands, the banner and permission of a preview, and the
 * addresses made for this reader. Of those what they lead to counts.
 */
export function contentOf(text: string, path: string): string {
  const [deploy = ''] = /<section aria-labelledby="deploy">[^]*?<\/section>/.exec(text) ?? [];
  const digests = new Set([...deploy.matchAll(/data-digest="([0-9a-f]+)"/g)].map(([, digest]) => digest));
  return text
    .replace(deploy, [...digests].join('\n'))
    .replace(/<div class="preview-bar"[^]*?<\/div>/, '')
    .replaceAll(/\?token=[\w.%-]+&amp;/g, '?')
    .replaceAll(/\?token=[\w.%-]+/g, '')
    .replaceAll(path, '');
}
