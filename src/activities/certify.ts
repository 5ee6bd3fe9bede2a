import { activityInfo } from '@temporalio/activity';
import { type Finding, judge } from '../domain/certification/finding';
import type { CertifiedPart } from '../domain/certification/report/certified-part';
import type { RulesOutcome } from '../domain/certification/run-rules';
import { stepVerdict } from '../domain/certification/step-verdict';
import { artefactsOf, type OfferArtefact } from '../domain/offer/artefacts';
import type { Artefact } from '../domain/replication/artefact';
import { fileNameOf } from '../domain/replication/source-url';
import type { Artefacts, Exceptions, Offers, OfferVersionRecord } from '../services/ports';
import { type ApprovalRoles, approvedBefore } from './certification/approved-before';
import { type EvidenceRoles, keepEvidence } from './certification/evidence';
import { type Handling, handlingOf, type HandlingRoles } from './certification/handling';
import { type IngestRoles, pieceBytes } from './certification/ingest';
import { judgeBytes, type Judgement, type JudgeRoles } from './certification/judge-bytes';
import { changedSinceLive } from './certification/live-version';
import { type Reading, readSource } from './certification/read-source';
import type { CertificationResult, DataActivities, PublicationRef } from './contract';
import { permanentFailure } from './permanent-failure';
import { openMemoryWindow } from './replication/memory-window';
import { revealSecrets } from './reveal-secrets';

/** For everything that one worker reads at the same time. */
const piecesInMemory = 5;

export type CertifyRoles = Omit<IngestRoles & HandlingRoles, 'window'> &
  JudgeRoles &
  ApprovalRoles &
  Omit<EvidenceRoles, 'staging'> & {
    readonly exceptions: Pick<Exceptions, 'inForce'>;
    readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets' | 'slots'>;
    readonly artefacts: Pick<
      Artefacts,
      'save' | 'find' | 'rememberSource' | 'findBySource' | 'bind' | 'bindings'
    >;
  };

/** Reads one artefact from its publisher, once, holds its bytes to every rule, and keeps what came of it. */
export const certifyActivities = (roles: CertifyRoles): Pick<DataActivities, 'certify'> => {
  const reading = { ...roles, window: openMemoryWindow(piecesInMemory, pieceBytes) };

  return {
    async certify({ artefact: { artefactId }, ...publication }) {
      const { artefact, version } = await findArtefact(roles, publication, artefactId);
      const handling = handlingOf(reading, artefact);
      const target = { plan: artefact.planId, file: fileNameOf(artefact.url), pointer: artefact.pointer };
      const certified = await certifyArtefact(reading, { publication, artefact, handling });
      await keepEvidence(roles, publication, { part: partOf(certified, artefact, handling), version });
      const { bytes, judgement, findings } = certified;
      const result = resultOf(artefactId, findings, target);
      if (bytes === undefined || judgement === undefined) return result;

      const { report, foundFrom } = judgement;
      const { digest } = bytes;
      await roles.artefacts.bind(publication, publication.offerVersion, artefactId, digest, report.reportId);
      return {
        ...result,
        ...bytes,
        reportId: report.reportId,
        ...(foundFrom !== undefined && { foundFrom }),
        ...(await approvedBefore(roles, publication, report)),
      };
    },
  };
};

type Certified = RulesOutcome & {
  /** Undefined when they could not be had. */
  readonly bytes?: Pick<Artefact, 'digest' | 'bytes'>;
  /** Undefined when there was nothing to judge, or no sense in it. */
  readonly judgement?: Judgement;
};

async function certifyArtefact(roles: CertifyRoles & IngestRoles, asked: Reading): Promise<Certified> {
  const { publication, artefact, handling } = asked;
  const source = await readSource(roles, asked);
  if (source.kind === 'refused') return source;

  const { tests } = source;
  const { digest, bytes } = source.artefact;
  const changed = await changedSinceLive(roles, publication, { ...artefact, digest });
  if (changed.length > 0) return { findings: changed, tests, bytes: { digest, bytes } };
  const exceptions = await roles.exceptions.inForce({ ...publication, ...artefact }, roles.clock());
  const judgement = await judgeBytes(
    roles,
    { digest, exceptions },
    {
      ruleSetVersion: handling.ruleSetVersion,
      judge: (at) => handling.judge(source.artefact, at),
    },
  );
  const { report } = judgement;
  return {
    findings: report.findings,
    tests: [...tests, ...(report.tests ?? [])],
    bytes: { digest, bytes },
    judgement,
  };
}

/** As it stands in the signed report. Times are the schedule's, so that every attempt tells the same. */
function partOf(
  { findings, tests, bytes, judgement }: Certified,
  { artefactId, planId }: OfferArtefact,
  { role, ruleSetVersion }: Handling,
): CertifiedPart {
  const certifiedAt = new Date(activityInfo().scheduledTimestampMs).toISOString();
  return {
    name: artefactId,
    role,
    plan: planId,
    sha256: bytes?.digest ?? null,
    bytes: bytes?.bytes ?? null,
    ruleSet: ruleSetVersion,
    verdict: judge(findings),
    certifiedAt,
    judgedAt: judgement?.foundFrom ?? certifiedAt,
    validUntil: judgement?.report.validUntil ?? null,
    ...(judgement && { reportId: judgement.report.reportId }),
    tests,
    findings,
  };
}

async function findArtefact(
  { offers }: { readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'> },
  { publisherId, offerId, offerVersion }: PublicationRef,
  artefactId: string,
): Promise<{ readonly artefact: OfferArtefact; readonly version: OfferVersionRecord }> {
  const key = { publisherId, offerId };
  const version = await offers.findVersion(key, offerVersion);
  const document = version && (await revealSecrets(offers, key, version.document));
  const artefact = document && artefactsOf(document).find((each) => each.artefactId === artefactId);
  if (artefact) return { artefact, version };
  const problem = `Version ${offerVersion} of offer ${publisherId}/${offerId} has no ${artefactId}, although it was validated.`;
  throw permanentFailure('ArtefactMissing', problem);
}

/**
 * Reports are about bytes; where in the offer those bytes are named is added for whoever asked. A finding that points
 * into a package keeps its place there.
 */
function resultOf(
  artefactId: string,
  findings: readonly Finding[],
  target: Finding['target'],
): CertificationResult {
  const { plan } = target;
  const placed = findings.map((finding) =>
    finding.target.file === undefined
      ? { ...finding, target }
      : { ...finding, target: { ...(plan === undefined ? {} : { plan }), ...finding.target } },
  );
  return { artefactId, ...stepVerdict(placed) };
}
