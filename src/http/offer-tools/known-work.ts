import type { Finding } from '../../domain/certification/finding';
import { ruleSetOf } from '../../domain/certification/rule-set-of';
import { sourceRules } from '../../domain/certification/rule-table';
import { packageSourceRules } from '../../domain/certification/rules/package-source/table';
import { runRules } from '../../domain/certification/run-rules';
import { artefactsOf, type OfferArtefact } from '../../domain/offer/artefacts';
import type { OfferKey } from '../../domain/offer/ids';
import type { OfferDocument } from '../../domain/offer/document';
import type { KnownArtefact } from '../../domain/publication/dry-run';
import { withoutQuery } from '../../domain/replication/source-url';
import type { AppDeps } from '../deps';

/** What asking an artefact's address has shown; `noAnswer`: it may answer when it is really read. */
export type SourceLook = 'unchanged' | 'new' | 'refused' | 'noAnswer' | 'notAsked';

export type LookedAt = {
  readonly artefact: KnownArtefact;
  readonly source: SourceLook;
  /** What keeps it from being read, and what the last certification of the same bytes found. */
  readonly findings: readonly Finding[];
};

/** A dry run is answered within seconds, whatever the offer names. */
const patienceMs = 8_000;
const mostAsked = 32;

/** Asks each disk's address who it is now, without reading it, and the catalogue what it knows of those bytes. */
export async function lookAtArtefacts(
  deps: AppDeps,
  offer: OfferKey,
  document: OfferDocument,
): Promise<readonly LookedAt[]> {
  const signal = AbortSignal.timeout(patienceMs);
  return Promise.all(
    artefactsOf(document).map(async (artefact, index) =>
      index < mostAsked ? lookAt(deps, { offer, artefact }, signal) : unknown(artefact, 'notAsked'),
    ),
  );
}

const unknown = (
  { artefactId }: OfferArtefact,
  source: SourceLook,
  findings: readonly Finding[] = [],
): LookedAt => ({
  artefact: { artefactId, regions: [] },
  source,
  findings,
});

type Asked = { readonly offer: OfferKey; readonly artefact: OfferArtefact };

async function lookAt(deps: AppDeps, asked: Asked, signal: AbortSignal): Promise<LookedAt> {
  const { artefact } = asked;
  const { url, planId, pointer } = artefact;
  let stat: Awaited<ReturnType<AppDeps['sources']['stat']>>;
  try {
    stat = await deps.sources.stat(url, signal);
  } catch {
    return unknown(artefact, 'noAnswer');
  }
  const facts = stat.kind === 'found' ? ({ kind: 'found', ...stat.value } as const) : stat;
  const rules = artefact.kind === 'package' ? packageSourceRules : sourceRules;
  const findings = runRules(facts, rules, { plan: planId, pointer });
  if (stat.kind === 'refused' || findings.length > 0) return unknown(artefact, 'refused', findings);
  const { etag, bytes } = stat.value;
  const digest = await deps.catalogue.artefacts.findBySource({ url: withoutQuery(url), etag, bytes });
  return digest === undefined ? unknown(artefact, 'new') : knownBytes(deps, asked, digest);
}

async function knownBytes(
  { catalogue, regions, clock }: AppDeps,
  { offer, artefact }: Asked,
  digest: string,
): Promise<LookedAt> {
  const { artefactId, planId: plan, pointer } = artefact;
  const exceptions = await catalogue.exceptions.inForce({ ...offer, planId: plan }, clock());
  const exceptionIds = exceptions.map(({ exceptionId }) => exceptionId).toSorted();
  const [report, replicas] = await Promise.all([
    catalogue.reports.findValid(digest, ruleSetOf(artefact), exceptionIds),
    Promise.all(regions.map(({ name }) => catalogue.replicas.find(digest, name))),
  ]);
  return {
    artefact: {
      artefactId,
      digest,
      ...(report === undefined ? {} : { verdict: report.verdict }),
      regions: replicas.flatMap((replica) => (replica?.state === 'verified' ? [replica.region] : [])),
    },
    source: 'unchanged',
    findings: (report?.findings ?? []).map((finding) => ({
      ...finding,
      target: finding.target.file === undefined ? { plan, pointer } : { plan, ...finding.target },
    })),
  };
}
