import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { openSample, query, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

/** Ids that were called back, and a promise of the next one. */
function listener() {
  const seen: string[] = [];
  let wake = (): void => undefined;
  return {
    onChange: (publicationId: string) => {
      seen.push(publicationId);
      wake();
    },
    /** Which of these was called back first since the last time. */
    async heard(...publicationIds: readonly string[]): Promise<string> {
      for (;;) {
        const found = seen.splice(0).find((publicationId) => publicationIds.includes(publicationId));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

const loseEveryConnection = () =>
  query(
    fresh.databaseUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

it('calls back after each change of a publication', async () => {
  const { publications } = fresh.catalogue;
  const changes = listener();
  const stop = await publications.watch(changes.onChange);

  await openSample(fresh.catalogue, 'p1');
  const opened = await changes.heard('p1');
  await publications.record({ publicationId: 'p1', runId: 'p1-run', firstSequence: 1, events: story('p1') });
  const recorded = await changes.heard('p1');
  const figures = { doneBytes: 1, totalBytes: 2, bytesPerSecond: 3, state: 'running' } as const;
  await publications.reportProgress('p1', { item: 'certify', ...figures });
  const progressed = await changes.heard('p1');
  await stop();

  expect([opened, recorded, progressed]).toEqual(['p1', 'p1', 'p1']);
});

it('connects again by itself, and then calls back with what changed in the meantime', async () => {
  const { publications } = fresh.catalogue;
  const changes = listener();
  await publications.watch(changes.onChange);
  await openSample(fresh.catalogue, 'p1');
  await changes.heard('p1');

  await loseEveryConnection();
  const caughtUp = await changes.heard('p1', 'p2');
  await openSample(fresh.catalogue, 'p2');

  expect([caughtUp, await changes.heard('p2')]).toEqual(['p1', 'p2']);
});

it('answers the next question after PostgreSQL has dropped all connections', async () => {
  await openSample(fresh.catalogue, 'p1');
  await loseEveryConnection();

  const asked = [];
  for (let tries = 0; tries < 20; tries += 1) {
    asked.push(
      await fresh.catalogue.ping().then(
        () => 'answered',
        () => 'lost',
      ),
    );
  }

  expect(asked.at(-1)).toBe('answered');
});
