import { randomBytes, randomUUID } from 'node:crypto';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { query } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => void (fresh = await freshCatalogue()));
afterEach(() => fresh.drop());

const at = (time: string): string => `2030-01-01T${time}:00.000Z`;
const session = (startedAt = at('08:00')) => ({
  digest: randomBytes(32),
  sessionId: randomUUID(),
  credential: randomUUID(),
  startedAt,
  issuedAt: startedAt,
  replacedAt: null,
});

it('finds a session by its cookie’s digest', async () => {
  const { sessions } = fresh.catalogue;
  const { digest, ...rest } = session();

  await sessions.start({ digest, ...rest });

  expect(await sessions.find(digest)).toEqual(rest);
  expect(await sessions.find(randomBytes(32))).toBeUndefined();
});

it('renews a cookie and remembers when the first time was', async () => {
  const { sessions } = fresh.catalogue;
  const first = session();
  const [second, third] = [randomBytes(32), randomBytes(32)];
  await sessions.start(first);

  await sessions.renew(first, { digest: second, issuedAt: at('08:20') });
  await sessions.renew(first, { digest: third, issuedAt: at('08:21') });

  const { digest, ...rest } = first;
  expect(await sessions.find(digest)).toEqual({ ...rest, replacedAt: at('08:20') });
  expect(await sessions.find(second)).toEqual({ ...rest, issuedAt: at('08:20') });
  expect(await sessions.find(third)).toEqual({ ...rest, issuedAt: at('08:21') });
});

it('ends every cookie of a session and no other', async () => {
  const { sessions } = fresh.catalogue;
  const [mine, theirs] = [session(), session()];
  const second = randomBytes(32);
  await sessions.start(mine);
  await sessions.start(theirs);
  await sessions.renew(mine, { digest: second, issuedAt: at('08:20') });

  await sessions.end(mine.sessionId);
  await sessions.renew(mine, { digest: randomBytes(32), issuedAt: at('08:30') });

  expect(await sessions.find(mine.digest)).toBeUndefined();
  expect(await sessions.find(second)).toBeUndefined();
  expect(await sessions.find(theirs.digest)).toBeDefined();
  expect(await query(fresh.databaseUrl, 'select count(*)::int as cookies from web_session')).toEqual([
    { cookies: 1 },
  ]);
});

it('leaves no cookie behind when sign-out and renewal happen at once', async () => {
  const { sessions } = fresh.catalogue;

  for (let round = 0; round < 10; round++) {
    const mine = session();
    await sessions.start(mine);
    const renew = (): Promise<void> =>
      sessions.renew(mine, { digest: randomBytes(32), issuedAt: at('08:20') });
    await Promise.all([renew(), sessions.end(mine.sessionId), renew()]);
  }

  expect(await query(fresh.databaseUrl, 'select count(*)::int as cookies from web_session')).toEqual([
    { cookies: 0 },
  ]);
});

it('sweeps up sessions that are over when somebody signs in', async () => {
  const { sessions } = fresh.catalogue;
  const old = session('2029-12-20T00:00:00.000Z');
  await sessions.start(old);

  await sessions.start(session());

  expect(await sessions.find(old.digest)).toBeUndefined();
});
