import { ApplicationFailure, cancellationSignal } from '@temporalio/activity';
import type { Finding } from '../domain/certification/finding';
import { runRules } from '../domain/certification/run-rules';
import { stepVerdict } from '../domain/certification/step-verdict';
import { artefactsOf, type OfferArtefact } from '../domain/offer/artefacts';
import type { Artefact, SourceIdentity } from '../domain/replication/artefact';
import type { Artefacts, Offers } from '../services/ports';
import { type ApprovalRoles, approvedBefore } from './certification/approved-before';
import { type Handling, handlingOf, type HandlingRoles } from './certification/handling';
import { ingest, type IngestRoles, pieceBytes } from './certification/ingest';
import { judgeBytes, type JudgeRoles } from './certification/judge-bytes';
import { knownSource } from './certification/known-source';
import { changedSinceLive } from './certification/live-version';
import type { CertificationResult, DataActivities, PublicationRef } from './contract';
import { openMemoryWindow } from './replication/memory-window';
import { revealSecrets } from './reveal-secrets';

/** For everything that one worker reads at the same time. */
const piecesInMemory = 5;

/** What changes while it is read is read again so often; then its publisher must leave it alone. */
const mostReadings = 2;

export type CertifyRoles = Omit<IngestRoles & HandlingRoles, 'window'> &
  JudgeRoles &
  ApprovalRoles & {
    readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets' | 'slots'>;
    readonly artefacts: Pick<
      Artefacts,
      'save' | 'find' | 'rememberSource' | 'findBySource' | 'bind' | 'bindings'
    >;
  };

/** Reads one artefact from its publisher, once, and holds its bytes to every rule. */
export const certifyActivities = (roles: CertifyRoles): Pick<DataActivities, 'certify'> => {
  const reading = { ...roles, window: openMemoryWindow(piecesInMemory, pieceBytes) };

  return {
    async certify({ artefact: { artefactId }, ...publication }) {
      const artefact = await findArtefact(roles, publication, artefactId);
      const handling = handlingOf(reading, artefact);
      const target = { plan: artefact.planId, file: fileOf(artefact.url), pointer: artefact.pointer };
      const source = await readSource(reading, { publication, artefact, handling });
      if (source.kind === 'refused') return resultOf(artefactId, source.findings, target);

      const { digest, bytes } = source.artefact;
      const changed = await changedSinceLive(roles, publication, { ...artefact, digest });
      if (changed.length > 0) return resultOf(artefactId, changed, target);
      const judging = await handling.judging(source.artefact);
      const { report, foundFrom } = await judgeBytes(roles, digest, judging);
      await roles.artefacts.bind(publication, publication.offerVersion, artefactId, digest, report.reportId);
      return {
        ...resultOf(artefactId, report.findings, target),
        digest,
        bytes,
        reportId: report.reportId,
        ...(foundFrom !== undefined && { foundFrom }),
        ...(await approvedBefore(roles, publication, report)),
      };
    },
  };
};

async function findArtefact(
  { offers }: { readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'> },
  { publisherId, offerId, offerVersion }: PublicationRef,
  artefactId: string,
): Promise<OfferArtefact> {
  const key = { publisherId, offerId };
  const version = await offers.findVersion(key, offerVersion);
  const document = version && (await revealSecrets(offers, key, version.document));
  const artefact = document && artefactsOf(document).find((each) => each.artefactId === artefactId);
  if (artefact) return artefact;
  const problem = `Version ${offerVersion} of offer ${publisherId}/${offerId} has no ${artefactId}, although it was validated.`;
  throw ApplicationFailure.nonRetryable(problem, 'ArtefactMissing');
}

type ReadSource =
  | { readonly kind: 'ingested'; readonly artefact: Artefact }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

type Reading = {
  readonly publication: PublicationRef;
  readonly artefact: OfferArtefact;
  readonly handling: Handling;
};

/** The bytes in staging: known from an earlier reading of the very same source, or read now. */
async function readSource(
  roles: CertifyRoles & IngestRoles,
  { publication: { publicationId }, artefact: { artefactId, url }, handling }: Reading,
): Promise<ReadSource> {
  for (let reading = 1; ; reading++) {
    const stat = await roles.sources.stat(url, cancellationSignal());
    const facts = stat.kind === 'found' ? ({ kind: 'found', ...stat.value } as const) : stat;
    const findings = runRules(facts, handling.sourceRules);
    if (stat.kind === 'refused' || findings.length > 0) return { kind: 'refused', findings };

    const identity: SourceIdentity = {
      url: withoutQuery(url),
      etag: stat.value.etag,
      bytes: stat.value.bytes,
    };
    const known = await knownSource(roles, identity, handling.facts);
    if (known) return { kind: 'ingested', artefact: known };
    const ingested = await ingest(roles, { publicationId, artefactId, url, identity }, handling.copy);
    if (ingested.kind === 'ingested') return ingested;
    if (ingested.reason !== 'changed' || reading === mostReadings) {
      return { kind: 'refused', findings: runRules(ingested, handling.sourceRules) };
    }
  }
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

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

function fileOf(url: string): string {
  return withoutQuery(url).split('/').at(-1) ?? '';
}
