import { operationWatch } from '../../../src/http/events/operation-watch';
import type { OperationRecord } from '../../../src/services/ports';
import { fakeEventFeed } from '../../fakes/fake-event-feed';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };

it.each([
  ['of one publication', 'p1'],
  ['that had no publication yet when somebody began to watch', ''],
])('tells the end of an operation %s', async (_which, publicationId) => {
  const events = fakeEventFeed();
  const running: OperationRecord = {
    operationId: 'r1',
    kind: 'goLive',
    ...offer,
    publicationId,
    state: 'running',
    refusal: null,
    actor: 'ann',
    createdAt: '2026-11-20T12:00:00.000Z',
    endedAt: null,
  };
  const operations = { find: async () => running };

  const asked = { offer, operationId: 'r1', after: undefined };
  const found = await operationWatch({ catalogue: { operations, events } }, asked);
  const payload = { operationId: 'r1', operationKind: 'goLive', state: 'failed' };
  const end = events.add({ publicationId: 'p1', kind: 'operationChanged', payload });

  if (found.kind !== 'found') throw new Error(found.kind);
  const seen = await events.after(undefined, 10, found.watch.filter);
  expect(seen).toEqual([end]);
  expect(found.watch.isLast?.(end)).toBe(true);
});
