import { ApplicationFailure, cancellationSignal } from '@temporalio/activity';
import { diskRoleOf } from '../domain/certification/disk-role';
import type { Finding } from '../domain/certification/finding';
import { sourceRules } from '../domain/certification/rule-table';
import { runRules } from '../domain/certification/run-rules';
import { stepVerdict } from '../domain/certification/step-verdict';
import { artefactsOf, type OfferArtefact } from '../domain/offer/artefacts';
import type { Artefact, SourceIdentity } from '../domain/replication/artefact';
import type { Artefacts, Offers } from '../services/ports';
import { ingestImage, type IngestRoles, pieceBytes } from './certification/ingest-image';
import { judgeImage, type JudgeRoles } from './certification/judge-image';
import { knownImage } from './certification/known-image';
import type { CertificationResult, DataActivities, PublicationRef } from './contract';
import { openMemoryWindow } from './replication/memory-window';
import { revealSecrets } from './reveal-secrets';

/** For all images that one worker reads at the same time. */
const piecesInMemory = 5;

/** An image that changes while it is read is read again so often; then its publisher must leave it alone. */
const mostReadings = 2;

export type CertifyRoles = Omit<IngestRoles, 'window'> &
  JudgeRoles & {
    readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
    readonly artefacts: Pick<Artefacts, 'save' | 'find' | 'rememberSource' | 'findBySource' | 'bind'>;
  };

/** Reads one image from its publisher, once, and holds its bytes to every rule. */
export const certifyActivities = (roles: CertifyRoles): Pick<DataActivities, 'certify'> => {
  const reading = { ...roles, window: openMemoryWindow(piecesInMemory, pieceBytes) };

  return {
    async certify({ artefact: { artefactId }, ...publication }) {
      const disk = await findDisk(roles, publication, artefactId);
      const target = { plan: disk.planId, file: fileOf(disk.url), pointer: disk.pointer };
      const source = await readSource(reading, publication, disk);
      if (source.kind === 'refused') return resultOf(artefactId, source.findings, target);

      const { digest, bytes } = source.image;
      const { report, foundFrom } = await judgeImage(
        roles,
        source.image,
        diskRoleOf(disk.kind, disk.osFamily),
      );
      await roles.artefacts.bind(publication, publication.offerVersion, artefactId, digest, report.reportId);
      return {
        ...resultOf(artefactId, report.findings, target),
        digest,
        bytes,
        reportId: report.reportId,
        ...(foundFrom !== undefined && { foundFrom }),
      };
    },
  };
};

async function findDisk(
  { offers }: Pick<CertifyRoles, 'offers'>,
  { publisherId, offerId, offerVersion }: PublicationRef,
  artefactId: string,
): Promise<OfferArtefact> {
  const key = { publisherId, offerId };
  const version = await offers.findVersion(key, offerVersion);
  const document = version && (await revealSecrets(offers, key, version.document));
  const disk = document && artefactsOf(document).find((artefact) => artefact.artefactId === artefactId);
  if (disk) return disk;
  const problem = `Version ${offerVersion} of offer ${publisherId}/${offerId} has no ${artefactId}, although it was validated.`;
  throw ApplicationFailure.nonRetryable(problem, 'ArtefactMissing');
}

type ReadSource =
  | { readonly kind: 'image'; readonly image: Artefact }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** The image's bytes in staging: known from an earlier reading of the very same source, or read now. */
async function readSource(
  roles: CertifyRoles & IngestRoles,
  { publicationId }: PublicationRef,
  { artefactId, url }: OfferArtefact,
): Promise<ReadSource> {
  for (let reading = 1; ; reading++) {
    const stat = await roles.sources.stat(url, cancellationSignal());
    const facts = stat.kind === 'found' ? ({ kind: 'found', ...stat.value } as const) : stat;
    const findings = runRules(facts, sourceRules);
    if (stat.kind === 'refused' || findings.length > 0) return { kind: 'refused', findings };

    const identity: SourceIdentity = {
      url: withoutQuery(url),
      etag: stat.value.etag,
      bytes: stat.value.bytes,
    };
    const known = await knownImage(roles, identity);
    if (known) return { kind: 'image', image: known };
    const ingested = await ingestImage(roles, { publicationId, artefactId, url, identity });
    if (ingested.kind === 'image') return ingested;
    if (ingested.reason !== 'changed' || reading === mostReadings) {
      return { kind: 'refused', findings: runRules(ingested, sourceRules) };
    }
  }
}

/** Reports are about bytes; where in the offer those bytes are named is added for whoever asked. */
function resultOf(
  artefactId: string,
  findings: readonly Finding[],
  target: Finding['target'],
): CertificationResult {
  return { artefactId, ...stepVerdict(findings.map((finding) => ({ ...finding, target }))) };
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

function fileOf(url: string): string {
  return withoutQuery(url).split('/').at(-1) ?? '';
}
