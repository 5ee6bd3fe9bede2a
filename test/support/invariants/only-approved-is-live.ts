import { createHash } from 'node:crypto';
import type { OfferKey } from '../../../src/domain/offer/ids';
import { digestsOf } from '../../../src/domain/product-page/product-page';
import type { Message } from '../../../src/domain/text/language';
import { verifyPackage } from '../../../src/domain/product-page/verify-package';
import type { LoggedEvent, PackageRecord, SlotRecord } from '../../../src/services/ports';
import { createSigner } from '../../../src/services/signing/signer';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { until } from '../until';

/** What is live was certified (I1), approved by its publisher (I1), shown in preview (I3), and is the newest (I4). */
export const onlyApprovedIsLive: Invariant = async (system) => {
  const events = await allEvents(system);
  const offers = await system.catalogue.offers.list();
  const found = await Promise.all(offers.map((offer) => judge(system, offer, events)));
  return found.flat();
};

async function judge(
  system: RealSystem,
  offer: OfferKey,
  all: readonly LoggedEvent[],
): Promise<readonly string[]> {
  const name = `${offer.publisherId}/${offer.offerId}`;
  const events = all.filter(({ offerId, publisherId }) => `${publisherId}/${offerId}` === name);
  const slots = await system.catalogue.offers.slots(offer);
  const live = slots.find(({ slot }) => slot === 'Production');
  const flips = events.filter(({ kind }) => kind === 'productionSet');
  const versions = flips.map(({ payload }) => Number(payload['offerVersion']));
  return [
    ...(isGrowing(versions) ? [] : [`I4 ${name}: versions went live in the order ${versions.join(', ')}`]),
    ...(versions.at(-1) === live?.offerVersion ? [] : [`I4 ${name}: version ${live?.offerVersion} is live`]),
    ...(live === undefined ? [] : approvedFaults(name, live, events)),
    ...(live === undefined ? [] : await certifiedFaults(system, name, { live, events })),
  ];
}

function approvedFaults(name: string, live: SlotRecord, events: readonly LoggedEvent[]): readonly string[] {
  const own = events.filter(({ publicationId }) => publicationId === live.publicationId);
  const preview = own.findLast(({ kind }) => kind === 'previewSet');
  return [
    ...(isApprovedBeforeFlip(own) ? [] : [`I1 ${name}: is live without its publisher's go-live`]),
    ...(preview?.payload['packageDigest'] === live.packageDigest
      ? []
      : [`I3 ${name}: production shows ${live.packageDigest}, the preview showed another package`]),
  ];
}

/** By their times: after an outage the log's rows come in later than what they tell. */
function isApprovedBeforeFlip(own: readonly LoggedEvent[]): boolean {
  const timeOf = (wanted: string): number => Date.parse(own.find(({ kind }) => kind === wanted)?.at ?? '');
  return timeOf('goLiveApproved') <= timeOf('productionSet');
}

async function certifiedFaults(
  { catalogue, keys }: RealSystem,
  name: string,
  { live, events }: { readonly live: SlotRecord; readonly events: readonly LoggedEvent[] },
): Promise<readonly string[]> {
  const isAllowed = events.some((event) => event.publicationId === live.publicationId && isException(event));
  const content = await catalogue.packages.find(live.packageDigest);
  if (content === undefined) return [`I3 ${name}: there is no package ${live.packageDigest}`];
  const signer = createSigner({ privateKeyPem: keys.signingKey, retired: {} });
  const proofs = verifyPackage(content, {
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    isSigned: (text, signature) => signer.verify(Buffer.from(text), signature),
  });
  const reports = content.manifest.artefacts.map(async ({ digest, reportId }) => {
    const report = await catalogue.reports.find(reportId);
    const isPassed = report?.verdict === 'passed' || (report?.verdict === 'reviewRequired' && isAllowed);
    return isPassed && report.subject === digest
      ? []
      : [`I1 ${name}: ${digest} is live and its certification did not pass`];
  });
  return [
    ...proofs.filter(({ ok }) => !ok).map((proof) => `I3 ${name}: ${proof.name} is ${proof.actual}`),
    ...uncertifiedDisks(content).map((digest) => `I1 ${name}: the page offers ${digest}, not certified`),
    ...(await Promise.all(reports)).flat(),
  ];
}

/** What no rule could answer was allowed by a reviewer, in this publication or in an earlier one. */
const isException = ({ kind, payload }: LoggedEvent): boolean => {
  const { code } = { ...(payload['message'] as Partial<Message> | undefined) };
  return kind === 'messageAdded' && /^certification\.exception(?:Approved|Stands)$/.test(code ?? '');
};

function uncertifiedDisks({ page, manifest }: PackageRecord): readonly string[] {
  const certified = new Set(manifest.artefacts.map(({ digest }) => digest));
  return page.plans.flatMap(digestsOf).filter((digest) => !certified.has(digest));
}

const isGrowing = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

/** The feed holds back what another transaction of the whole server might still come before: it is waited for. */
async function allEvents({ catalogue }: RealSystem): Promise<readonly LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  await until('the feed has every event', async () => {
    events.push(...(await catalogue.events.after(events.at(-1)?.cursor, 1000)));
    return !(await catalogue.events.hasMore(events.at(-1)?.cursor));
  });
  return events;
}
