import { activityInfo } from '@temporalio/activity';
import { earliest } from '../domain/certification/earliest';
import { withExceptionsInDocument } from '../domain/certification/exceptions/in-document';
import type { Finding } from '../domain/certification/finding';
import type { CertifiedPart } from '../domain/certification/report/certified-part';
import { documentPart } from '../domain/certification/report/compose-report';
import { stepVerdict } from '../domain/certification/step-verdict';
import { artefactsOf } from '../domain/offer/artefacts';
import { validationTests } from '../domain/offer/certify-document';
import type { OfferKey } from '../domain/offer/ids';
import type { RuleContext } from '../domain/offer/rules/rule';
import { offerRuleSet, validateOffer } from '../domain/offer/validate-offer';
import { canonicalJson } from '../domain/product-page/canonical-json';
import type { Clock, Exceptions, Offers, OfferVersionRecord, Reports } from '../services/ports';
import { type EvidenceRoles, keepEvidence } from './certification/evidence';
import type { ControlActivities, PublicationRef } from './contract';
import { permanentFailure } from './permanent-failure';
import { revealSecrets } from './reveal-secrets';
import { sha256Of } from './sha256-of';

export type ValidationRoles = EvidenceRoles & {
  readonly offers: Pick<Offers, 'findVersion' | 'liveBefore' | 'revealSecrets' | 'slots'>;
  readonly reports: Pick<Reports, 'save'>;
  readonly exceptions: Pick<Exceptions, 'inForce'>;
  readonly clock: Clock;
  /** `scheme://host:port` that may be reached although they are not public. */
  readonly trustedOrigins: readonly string[];
};

/** Finds everything that is wrong with the frozen version at once, and keeps it as a report. */
export const validateActivities = (roles: ValidationRoles): Pick<ControlActivities, 'validate'> => ({
  async validate(publication) {
    const version = await frozenVersion(roles, publication);
    const document = await revealSecrets(roles.offers, publication, version.document);
    const live = await whatWasLive(roles, version);
    const now = roles.clock();
    const own = validateOffer(document, {
      now,
      trustedOrigins: roles.trustedOrigins,
      ...live,
    });
    const { publisherId, offerId } = publication;
    const inForce = await roles.exceptions.inForce({ publisherId, offerId, planId: null }, now);
    const findings = errorsFirst(withExceptionsInDocument(own, inForce));

    const judged = stepVerdict(findings);
    const { verdict } = judged;
    const { reportId } = await roles.reports.save({
      subject: `${publication.publisherId}/${publication.offerId}/${publication.offerVersion}`,
      ruleSetVersion: offerRuleSet,
      verdict,
      findings,
      validUntil: validUntil(now, findings),
    });
    const judgedPart = {
      findings,
      verdict,
      tests: validationTests(document, own, live.previous !== undefined),
    };
    const part = { ...documentPartOf(roles, version), ...judgedPart, reportId };
    await keepEvidence(roles, publication, { part, version });
    const artefacts = verdict === 'failed' ? [] : artefactsOf(document);
    return {
      ...judged,
      reportId,
      artefacts: artefacts.map(({ artefactId, kind }) => ({ artefactId, kind })),
      regions: version.regions,
    };
  },
});

/** The document as it was frozen, with masks where secrets are: everybody who may read it can make the digest again. */
function documentPartOf(
  { digests }: EvidenceRoles,
  { document }: OfferVersionRecord,
): Omit<CertifiedPart, 'tests' | 'findings' | 'verdict'> {
  const text = canonicalJson(document);
  const certifiedAt = new Date(activityInfo().scheduledTimestampMs).toISOString();
  return {
    name: documentPart,
    role: 'offerDocument',
    plan: null,
    sha256: sha256Of(digests, text),
    bytes: new TextEncoder().encode(text).length,
    ruleSet: offerRuleSet,
    certifiedAt,
    judgedAt: certifiedAt,
    validUntil: null,
  };
}

/** SAS URLs expire, so what was fine today says little about next week. */
const reportValidityMs = 7 * 24 * 3_600_000;

function validUntil(now: Date, findings: readonly Finding[]): string {
  const week = new Date(now.getTime() + reportValidityMs).toISOString();
  return earliest([week, ...findings.flatMap(({ exception }) => exception?.until ?? [])]) ?? week;
}

async function frozenVersion(
  { offers }: ValidationRoles,
  { publisherId, offerId, offerVersion }: PublicationRef,
): Promise<OfferVersionRecord> {
  const version = await offers.findVersion({ publisherId, offerId }, offerVersion);
  if (version !== undefined) return version;
  const problem = `Offer ${publisherId}/${offerId} has no version ${offerVersion}, although one was opened.`;
  throw permanentFailure('VersionMissing', problem);
}

/** What is live now binds what comes next, and of what was live before the prices. What never went live binds nobody. */
async function whatWasLive(
  { offers }: ValidationRoles,
  { publisherId, offerId, offerVersion }: OfferKey & Pick<OfferVersionRecord, 'offerVersion'>,
): Promise<Pick<RuleContext, 'previous' | 'earlier'>> {
  const key = { publisherId, offerId };
  const live = (await offers.slots(key)).find(({ slot }) => slot === 'Production');
  if (live === undefined || live.offerVersion === offerVersion) return {};
  const previous = (await offers.findVersion(key, live.offerVersion))?.document;
  if (previous === undefined) return {};
  return { previous, earlier: await offers.liveBefore(key, live.offerVersion) };
}

function errorsFirst(findings: readonly Finding[]): readonly Finding[] {
  const isError = ({ severity }: Finding): boolean => severity === 'error';
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
}
