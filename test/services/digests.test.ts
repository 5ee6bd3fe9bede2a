import { createHash } from 'node:crypto';
import { digests } from '../../src/services/digests';

it('gives the SHA-256 of bytes and runs of zeros in their order', async () => {
  const hash = digests.sha256();

  hash.update(Buffer.from('head'));
  await hash.zeros(3 * 1024 * 1024 + 5);
  hash.update(Buffer.from('tail'));

  const whole = Buffer.concat([Buffer.from('head'), Buffer.alloc(3 * 1024 * 1024 + 5), Buffer.from('tail')]);
  expect(hash.digest()).toBe(createHash('sha256').update(whole).digest('hex'));
});

it('gives other work a turn while it hashes a long run of zeros', async () => {
  let turns = 0;
  let done = false;
  const countTurns = (): void => {
    turns += 1;
    if (!done) setImmediate(countTurns);
  };
  setImmediate(countTurns);

  await digests.sha256().zeros(64 * 1024 * 1024);

  done = true;
  expect(turns).toBeGreaterThanOrEqual(4);
});
