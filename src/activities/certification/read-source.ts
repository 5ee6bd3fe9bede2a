import { cancellationSignal } from '@temporalio/activity';
import { withReasons } from '../../domain/certification/not-run-reason';
import { judgeByRules, type RulesOutcome } from '../../domain/certification/run-rules';
import type { SourceFacts } from '../../domain/certification/source-facts';
import type { TestResult } from '../../domain/certification/test-result';
import type { OfferArtefact } from '../../domain/offer/artefacts';
import type { Artefact, SourceIdentity } from '../../domain/replication/artefact';
import { withoutQuery } from '../../domain/replication/source-url';
import { beating } from '../beating';
import type { PublicationRef } from '../contract';
import type { Handling } from './handling';
import { ingest, type IngestRoles } from './ingest';
import { knownSource, type KnownSourceRoles } from './known-source';

/** What changes while it is read is read again so often; then its publisher must leave it alone. */
const mostReadings = 2;

export type ReadSource =
  | { readonly kind: 'ingested'; readonly artefact: Artefact; readonly tests: readonly TestResult[] }
  | ({ readonly kind: 'refused' } & RulesOutcome);

export type Reading = {
  readonly publication: PublicationRef;
  readonly artefact: OfferArtefact;
  readonly handling: Handling;
};

/** The bytes in staging: known from an earlier reading of the very same source, or read now. */
export async function readSource(
  roles: IngestRoles & KnownSourceRoles,
  { publication: { publicationId }, artefact: { artefactId, url }, handling }: Reading,
): Promise<ReadSource> {
  for (let reading = 1; ; reading++) {
    const stat = await beating('asking the source', () => roles.sources.stat(url, cancellationSignal()));
    const facts = stat.kind === 'found' ? ({ kind: 'found', ...stat.value } as const) : stat;
    const outcome = judged(facts, handling);
    if (stat.kind === 'refused' || outcome.findings.length > 0) return { kind: 'refused', ...outcome };
    const { tests } = outcome;

    const identity: SourceIdentity = {
      url: withoutQuery(url),
      etag: stat.value.etag,
      bytes: stat.value.bytes,
    };
    const known = await knownSource(roles, identity, handling.facts);
    if (known) return { kind: 'ingested', artefact: known, tests };
    const ingested = await ingest(roles, { publicationId, artefactId, url, identity }, handling.copy);
    if (ingested.kind === 'ingested') return { ...ingested, tests };
    if (ingested.reason !== 'changed' || reading === mostReadings) {
      return { kind: 'refused', ...judged(ingested, handling) };
    }
  }
}

function judged(facts: SourceFacts, { sourceRules }: Handling): RulesOutcome {
  return withReasons(judgeByRules(facts, sourceRules), () => ({ code: 'sourceSilent' }));
}
