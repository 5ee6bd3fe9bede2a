import type { OfferKey } from '../../domain/offer/ids';
import { kindOf } from '../../domain/offer/kind';
import { readOffer } from '../../domain/offer/read-offer';
import type { CertifiedArtefact } from '../../domain/product-page/product-page';
import { publicPart } from '../../domain/product-page/public-part';
import { liveLinks } from '../../domain/product-page/storefront-links';
import { type Pipeline, replicatesAfterPreview, type Storefront } from '../../domain/publication/pipeline';
import { pipelineOf } from '../../domain/publication/pipelines';
import type { Link } from '../../domain/publication/status';
import type { OfferRecord, OfferVersionRecord, PackageRecord, SlotRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/** A package that a slot shows, and the slot. */
type InSlot = { readonly slot: SlotRecord; readonly content: PackageRecord };

/** `content` as its reader may see it. With the version that is in the slot: the draft may be of another kind by now. */
export type Shown = InSlot & {
  readonly version: OfferVersionRecord;
  /** The package whole, as it was signed. */
  readonly signed: PackageRecord;
};

/** What a storefront shows of an offer; undefined until it is live there. */
export async function liveIn(
  { catalogue }: AppDeps,
  offer: OfferKey,
  storefront: Storefront,
): Promise<Shown | undefined> {
  const shown = await withVersion(catalogue, await shownIn(catalogue, offer, 'Production'));
  if (shown === undefined || pipelineFor(shown.version)?.storefronts.includes(storefront) !== true)
    return undefined;
  return { ...shown, content: publicPart(shown.content, shown.version.document) };
}

export type PreviewAccess =
  | { readonly kind: 'allowed'; readonly shown: Shown; readonly subscriptionId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'noPreview' };

/**
 * A preview opens to a token of ours for this offer whose subscription is on the allow-list of the very version in
 * preview. Nothing else counts: ids in the address or in headers prove nothing.
 */
export async function previewFor(
  { catalogue, previewTokens, clock }: AppDeps,
  offer: OfferKey,
  token: string,
): Promise<PreviewAccess> {
  const grant = await previewTokens.read(token, offer, clock());
  if (grant === undefined) return { kind: 'refused' };
  const shown = await withVersion(catalogue, await shownIn(catalogue, offer, 'Preview'));
  if (shown === undefined) return { kind: 'noPreview' };
  const allowed = allowListIn(shown.version);
  const subscriptionId = grant.subscriptionId.toLowerCase();
  return allowed.includes(subscriptionId) ? { kind: 'allowed', shown, subscriptionId } : { kind: 'refused' };
}

/**
 * The package that an address with a token leads to: as long as a slot shows it, and in preview to a subscription that
 * is on the allow-list now.
 */
export async function grantedArtefact(
  { catalogue, artefactTokens, clock }: AppDeps,
  token: string,
): Promise<CertifiedArtefact | undefined> {
  const grant = await artefactTokens.read(token, clock());
  if (grant === undefined) return undefined;
  const { digest, subscriptionId } = grant;
  const shown = await shownIn(catalogue, grant, subscriptionId === undefined ? 'Production' : 'Preview');
  if (shown === undefined) return undefined;
  if (subscriptionId !== undefined) {
    const allowed = await allowListOf(catalogue, grant, shown.slot.offerVersion);
    if (!allowed.includes(subscriptionId)) return undefined;
  }
  return shown.content.manifest.artefacts.find((artefact) => artefact.digest === digest);
}

/** Whether a preview's disks stand in staging only, because regions come after the review. */
export function isInStaging({ version }: Shown): boolean {
  const pipeline = pipelineFor(version);
  return pipeline !== undefined && replicatesAfterPreview(pipeline);
}

/** The subscriptions that may see a version's preview. */
export async function allowListOf(
  catalogue: AppDeps['catalogue'],
  offer: OfferKey,
  offerVersion: number,
): Promise<readonly string[]> {
  const version = await catalogue.offers.findVersion(offer, offerVersion);
  return version === undefined ? [] : allowListIn(version);
}

function allowListIn({ document }: OfferVersionRecord): readonly string[] {
  const read = readOffer(document);
  return read.kind === 'read' ? read.offer.previewSubscriptions : [];
}

async function shownIn(
  { offers, packages }: AppDeps['catalogue'],
  offer: OfferKey,
  name: SlotRecord['slot'],
): Promise<InSlot | undefined> {
  const slot = (await offers.slots(offer)).find((each) => each.slot === name);
  const content = slot === undefined ? undefined : await packages.find(slot.packageDigest);
  return slot === undefined || content === undefined ? undefined : { slot, content };
}

/** Where an offer stands live now, whichever publication put it there. */
export async function shownLive(
  { catalogue, settings }: AppDeps,
  offer: OfferRecord,
): Promise<readonly Link[]> {
  const slots = await catalogue.offers.slots(offer);
  const production = slots.find(({ slot }) => slot === 'Production');
  const version = production && (await catalogue.offers.findVersion(offer, production.offerVersion));
  const pipeline = version && pipelineFor(version);
  return liveLinks(settings.publicUrl, offer, pipeline?.storefronts ?? []);
}

async function withVersion(
  { offers }: AppDeps['catalogue'],
  shown: InSlot | undefined,
): Promise<Shown | undefined> {
  const version = shown && (await offers.findVersion(shown.content.page, shown.slot.offerVersion));
  return shown && version && { ...shown, version, signed: shown.content };
}

const pipelineFor = ({ offerType, document }: OfferVersionRecord): Pipeline | undefined =>
  pipelineOf(offerType, kindOf(document));
