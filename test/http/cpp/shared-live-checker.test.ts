import { sharedLiveChecker } from '../../../src/http/cpp/shared-live-checker';
import type { LiveChecker } from '../../../src/services/ports';

type Check = Awaited<ReturnType<LiveChecker['check']>>;
type Begun = { readonly signal: AbortSignal | undefined; readonly end: (version: number) => void };

const linux = { publisherId: 'contoso', offerId: 'linux-vm' };
const windows = { publisherId: 'contoso', offerId: 'windows-vm' };
let begun: Begun[];
let checker: LiveChecker;

beforeEach(() => {
  begun = [];
  checker = sharedLiveChecker({
    check: (offer, signal) =>
      new Promise<Check>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('given up')));
        const end = (offerVersion: number): void =>
          resolve({ ...offer, offerVersion, packageDigest: 'd', ok: true, items: [] });
        begun.push({ signal, end });
      }),
  });
});

it('gives everybody who asks meanwhile the answer of one check', async () => {
  const asked = Array.from({ length: 20 }, () => checker.check(linux));
  await Promise.resolve();

  begun[0]?.end(7);
  const answers = await Promise.all(asked);

  expect(begun).toHaveLength(1);
  expect(answers.map(({ offerVersion }) => offerVersion)).toEqual(Array.from({ length: 20 }, () => 7));
});

it('reads anew for another offer, and for whoever asks after the end', async () => {
  const [first, other] = [checker.check(linux), checker.check(windows)];
  begun[0]?.end(1);
  begun[1]?.end(2);
  await Promise.all([first, other]);

  const later = checker.check(linux);
  begun[2]?.end(3);

  expect((await other).offerId).toBe('windows-vm');
  expect((await later).offerVersion).toBe(3);
});

it('reads on while one still waits, and gives up with the last', async () => {
  const [one, two] = [new AbortController(), new AbortController()];
  const asked = [checker.check(linux, one.signal), checker.check(linux, two.signal)];
  const ended = Promise.allSettled(asked);
  one.abort();
  const isStillWanted = begun[0]?.signal?.aborted === false;
  two.abort();

  const afresh = checker.check(linux);
  await ended;
  const shared = checker.check(linux);
  begun[1]?.end(2);

  expect(isStillWanted).toBe(true);
  expect(begun[0]?.signal?.aborted).toBe(true);
  expect((await afresh).offerVersion).toBe(2);
  expect((await shared).offerVersion).toBe(2);
  expect(begun).toHaveLength(2);
});

it('begins again after a check that failed', async () => {
  let tries = 0;
  const failing = sharedLiveChecker({ check: () => Promise.reject(new Error(`away ${(tries += 1)}`)) });

  await expect(failing.check(linux)).rejects.toThrow('away 1');
  await expect(failing.check(linux)).rejects.toThrow('away 2');
});
