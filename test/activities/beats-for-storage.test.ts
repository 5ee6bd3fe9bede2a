import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { handlingOf, type HandlingRoles } from '../../src/activities/certification/handling';
import { readSource, type Reading } from '../../src/activities/certification/read-source';
import { pageImages } from '../../src/activities/page-images';
import type { Artefact } from '../../src/domain/replication/artefact';
import { digests } from '../../src/services/digests';
import { fakePictures } from '../fakes/fake-pictures';
import { fakeStaging } from '../fakes/fake-staging';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** What a storage account may keep one call waiting. */
const untilItGivesUp = (): Promise<void> => jest.advanceTimersByTimeAsync(60_000);

/** How often Temporal hears that the worker is alive. */
async function beatsOf(work: () => Promise<unknown>): Promise<number> {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  let beats = 0;
  environment.on('heartbeat', () => (beats += 1));
  await environment.run(work);
  return beats;
}

it('is not taken for dead while a picture waits to be kept', async () => {
  const roles = {
    digests,
    pictures: fakePictures(),
    staging: { ...fakeStaging(), writeBlock: untilItGivesUp },
    artefacts: { save: () => Promise.resolve() },
  };
  const logo = { role: 'smallLogo' as const, url: 'https://contoso.example/small.png', pointer: '/logo' };

  const beats = await beatsOf(() => pageImages(roles, [logo]));

  expect(beats).toBeGreaterThanOrEqual(12);
});

it('is not taken for dead while a package that is judged waits to be read', async () => {
  const roles = {
    packageJudge: { outcome: () => untilItGivesUp().then(() => ({ findings: [], tests: [] })) },
  } as Partial<HandlingRoles> as HandlingRoles;
  const { judge } = handlingOf(roles, {
    kind: 'package',
    artefactId: 'standard/1.0.0/package',
    url: 'https://contoso.example/site.zip',
    pointer: '/package',
    planId: 'standard',
    trackingId: null,
  });

  const beats = await beatsOf(() => judge({ digest: 'd1', bytes: 1 } as Artefact, new Date(0)));

  expect(beats).toBeGreaterThanOrEqual(12);
});

it('is not taken for dead while the storage of a publisher keeps it waiting', async () => {
  const refusal = { kind: 'refused' as const, status: undefined, detail: 'no answer in time' };
  const roles = { sources: { stat: () => untilItGivesUp().then(() => refusal) } } as unknown;
  const reading = { publication: {}, artefact: {}, handling: { sourceRules: [] } } as unknown;

  const beats = await beatsOf(() =>
    readSource(roles as Parameters<typeof readSource>[0], reading as Reading),
  );

  expect(beats).toBeGreaterThanOrEqual(12);
});
