import { setCurrentDetails, setHandler, upsertSearchAttributes, uuid4 } from '@temporalio/workflow';
import type { Finding } from '../domain/certification/finding';
import { isId } from '../domain/offer/ids';
import { currentStepOf } from '../domain/publication/current-step';
import { evolve } from '../domain/publication/evolve';
import type { PublicationStatus } from '../domain/publication/status';
import type { PublicationResult } from './closing';
import { isUuid } from './input';
import { statusQuery } from './messages';
import { now } from './run';
import { publicationStatusKey } from './search-attributes';

/** A start nobody can act on: the run completes `failed` at once and says why, also when asked, instead of spinning. */
export function refuseStart(raw: unknown, problem: string): PublicationResult {
  const findings: readonly Finding[] = [
    { ruleId: 'publication.wrong-input', severity: 'error', params: { problem }, target: {} },
  ];
  const status = refusedStatus(raw, findings);
  setHandler(statusQuery, () => status, { description: 'The status document of a start that was refused.' });
  upsertSearchAttributes([{ key: publicationStatusKey, value: 'failed' }]);
  setCurrentDetails(`**Not started:** the input is wrong: ${problem}.`);
  return { outcome: 'failed', findings, findingCount: findings.length };
}

/** An id that was given wrong, or not at all, is empty. */
function refusedStatus(raw: unknown, findings: readonly Finding[]): PublicationStatus {
  const { publisherId, offerId, publicationId } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const at = now();
  const begun = evolve(undefined, {
    kind: 'started',
    at,
    publicationId: isUuid(publicationId) ? publicationId : uuid4(),
    publisherId: isId(publisherId) ? publisherId : '',
    offerId: isId(offerId) ? offerId : '',
    language: 'en',
    requestedBy: null,
  });
  const step = currentStepOf(begun);
  const found = evolve(begun, { kind: 'findingsReported', at, step, findings });
  const blocked = evolve(found, { kind: 'stepChanged', at, step, status: 'blocked' });
  return evolve(blocked, { kind: 'ended', at, outcome: 'failed' });
}
