import type { Finding } from '../domain/certification/finding';
import { isId, type OfferKey } from '../domain/offer/ids';
import { pipelineOf } from '../domain/publication/pipelines';
import type { Offers, OfferVersionRecord, PublicationLog, SlotRecord } from '../services/ports';
import type { ControlActivities } from './contract';

export type OpeningRoles = {
  readonly offers: Pick<Offers, 'find' | 'findVersion' | 'freeze' | 'slots'>;
  readonly publications: Pick<PublicationLog, 'open'>;
  /** Names of the regions every new version goes to. */
  readonly regions: readonly string[];
  /** Frees what a terminated publication left behind; safe to repeat. */
  readonly releaseResidue: (terminated: OfferKey & { readonly publicationId: string }) => Promise<void>;
  /** Where the pages stand, without a slash at the end. */
  readonly publicUrl: string;
};

/** Freezes what is to be published and opens the publication's log. A refusal writes nothing. */
export const openPublicationActivities = (
  roles: OpeningRoles,
): Pick<ControlActivities, 'openPublication'> => ({
  async openPublication(input) {
    const { publicationId, publisherId, offerId, runId, requestedBy, language = 'en' } = input;
    if (!isId(publisherId) || !isId(offerId)) return refused(badIds);
    const offer = { publisherId, offerId };

    const known = await roles.offers.find(offer);
    if (known === undefined) return refused(unknownOffer(offer));
    const { offerVersion: wanted } = input;
    const named = wanted === undefined ? undefined : await roles.offers.findVersion(offer, wanted);
    if (wanted !== undefined && named === undefined) return refused(unknownVersion(offer, wanted));
    const live = named && (await liveBeside(roles, offer, publicationId));
    if (named && live && live.offerVersion >= named.offerVersion) return refused(notNewer(named, live));
    const { offerType } = named ?? known;
    const pipeline = pipelineOf(offerType, 'publish');
    if (pipeline === undefined) return refused(unsupported(offerType));
    const version = named ?? (await roles.offers.freeze(offer, publicationId, roles.regions));
    // There was a draft a moment ago: the offer has been deleted since.
    if (version === undefined) return refused(unknownOffer(offer));
    const { offerVersion } = version;

    const { abandoned } = await roles.publications.open({
      publicationId,
      runId,
      offer,
      offerVersion,
      language,
      ...(requestedBy === undefined ? {} : { requestedBy }),
    });
    for (const terminated of abandoned) await roles.releaseResidue(terminated);
    const statusPage = `${roles.publicUrl}/publishers/${publisherId}/offers/${offerId}/status`;
    return { kind: 'opened', offerVersion, offerType, pipeline, language, statusPage };
  },
});

/** What is live by another publication. By this one: its run was reset, and goes the same way again. */
async function liveBeside(
  { offers }: OpeningRoles,
  offer: OfferKey,
  publicationId: string,
): Promise<SlotRecord | undefined> {
  const slots = await offers.slots(offer);
  return slots.find((each) => each.slot === 'Production' && each.publicationId !== publicationId);
}

const refused = (finding: Finding): { readonly kind: 'refused'; readonly findings: readonly Finding[] } => ({
  kind: 'refused',
  findings: [finding],
});

const badIds: Finding = {
  ruleId: 'publication.wrong-input',
  severity: 'error',
  params: { problem: 'publisherId and offerId must be 1 to 50 lower-case letters, digits, "-" or "_"' },
  target: {},
};

function unknownOffer({ publisherId, offerId }: OfferKey): Finding {
  return {
    ruleId: 'publication.unknown-offer',
    severity: 'error',
    params: { publisherId, offerId },
    target: {},
  };
}

function unknownVersion({ offerId }: OfferKey, offerVersion: number): Finding {
  return {
    ruleId: 'publication.unknown-version',
    severity: 'error',
    params: { offerId, offerVersion },
    target: {},
  };
}

function notNewer({ offerId, offerVersion }: OfferVersionRecord, live: SlotRecord): Finding {
  return {
    ruleId: 'publication.version-not-newer',
    severity: 'error',
    params: { offerId, offerVersion, live: live.offerVersion },
    target: {},
    expected: `> ${live.offerVersion}`,
    actual: String(offerVersion),
  };
}

function unsupported(offerType: string): Finding {
  return {
    ruleId: 'publication.unsupported-offer-type',
    severity: 'error',
    params: { offerType: offerType.slice(0, 100) },
    target: { pointer: '/offerTypeId' },
  };
}
