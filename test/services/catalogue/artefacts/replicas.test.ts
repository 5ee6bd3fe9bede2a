import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { query } from '../sample';
import { place, replicaActs } from '../held-replicas';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const journal = [{ start: 0, end: 512 }];
const { replicas, hold, claim } = replicaActs(() => fresh);

describe('fencing', () => {
  it('lets only the newest attempt write, and hands it the journal of the one before', async () => {
    const old = await claim('p1');
    const first = await replicas().saveJournal({ ...place, attempt: old.attempt, journal });
    const taken = await claim('p1');

    const late = [
      await replicas().saveJournal({ ...place, attempt: old.attempt, journal: [] }),
      await replicas().markVerified({ ...place, attempt: old.attempt }),
    ];
    const current = await replicas().markVerified({ ...place, attempt: taken.attempt });

    expect([first, ...late, current]).toEqual([true, false, false, true]);
    expect(taken.attempt).toBeGreaterThan(old.attempt);
    expect(taken).toMatchObject({ state: 'copying', journal });
    expect(await replicas().find('d1', 'westeurope')).toMatchObject({ state: 'verified', journal });
  });

  it('holds against an attempt from before the replica was forgotten', async () => {
    const old = await claim('p1');
    await replicas().release('p1');
    await replicas().forget('d1', 'westeurope');
    await claim('p2');

    expect(await replicas().markVerified({ ...place, attempt: old.attempt })).toBe(false);
  });

  it('gives ten claims at once ten different attempts', async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim('p1')));

    expect(new Set(claims.map(({ attempt }) => attempt)).size).toBe(10);
  });

  it('of ten publications at once lets one copy; the others hold what it brings', async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, (_, index) => hold(`p${index}`)));
    const [first] = claims.flatMap((each) => each ?? []);

    await replicas().markVerified({ ...place, attempt: first?.attempt ?? 0 });

    expect(claims.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await claim('p9')).toMatchObject({ state: 'verified' });
    expect(await replicas().release('p3')).toEqual([]);
  });

  it('lets another publication take over what has given no sign of itself for a minute', async () => {
    const old = await claim('p1');
    await replicas().saveJournal({ ...place, attempt: old.attempt, journal });
    const tooEarly = await hold('p2');
    await query(fresh.databaseUrl, `update replica set changed_at = now() - interval '61 seconds'`);

    const taken = await claim('p2');

    expect(tooEarly).toBeUndefined();
    expect(taken).toMatchObject({ state: 'copying', journal });
    expect(await hold('p1')).toBeUndefined();
  });

  it('lets another publication take over at once when the one that copied is canceled', async () => {
    const old = await claim('p1');
    await replicas().saveJournal({ ...place, attempt: old.attempt, journal });
    await replicas().release('p1');

    expect(await claim('p2')).toMatchObject({ state: 'copying', journal });
  });

  it('keeps a verified replica verified, until its bytes turn out to be wrong', async () => {
    await replicas().markVerified({ ...place, attempt: (await claim('p1')).attempt });
    const found = await claim('p2');

    await replicas().saveJournal({ ...place, attempt: found.attempt, journal: [] });

    expect(found).toMatchObject({ state: 'verified', verifiedAt: expect.any(String) as string });
    expect(await replicas().find('d1', 'westeurope')).toMatchObject({ state: 'copying', verifiedAt: null });
  });
});
