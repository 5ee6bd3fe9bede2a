import { randomBytes } from 'node:crypto';
import { sealSecrets } from '../../../src/services/catalogue/seal-secrets';

const key = randomBytes(32).toString('base64');

it('opens what it sealed, and seals the same value differently each time', () => {
  const { seal, open } = sealSecrets(key);

  const [first, second] = [seal('sig=abc', 'contoso/vm/1'), seal('sig=abc', 'contoso/vm/1')];

  expect(open(first, 'contoso/vm/1')).toBe('sig=abc');
  expect(first.equals(second)).toBe(false);
  expect(first.includes('sig=abc')).toBe(false);
});

it.each([
  ['at another place', key, 'fabrikam/vm/1', (sealed: Buffer) => sealed],
  ['under another key', randomBytes(32).toString('base64'), 'contoso/vm/1', (sealed: Buffer) => sealed],
  [
    'when a byte was changed',
    key,
    'contoso/vm/1',
    (sealed: Buffer) => Buffer.concat([sealed.subarray(0, -1), Buffer.of(0)]),
  ],
  ['when it was cut', key, 'contoso/vm/1', (sealed: Buffer) => sealed.subarray(0, 20)],
])('does not open %s, and says what to do without the value', (_case, openingKey, place, change) => {
  const sealed = change(sealSecrets(key).seal('sig=abc', 'contoso/vm/1'));

  expect(() => sealSecrets(openingKey).open(sealed, place)).toThrow(/SECRETS_KEY/);
});

it('names the same value alike within its scope only', () => {
  const { idOf } = sealSecrets(key);

  expect(idOf('sig=abc', 'contoso/vm')).toBe(idOf('sig=abc', 'contoso/vm'));
  expect(idOf('sig=abc', 'contoso/vm')).not.toBe(idOf('sig=abc', 'fabrikam/vm'));
  expect(idOf('sig=abc', 'contoso/vm')).toMatch(/^[\w-]{22}$/);
});

it('refuses a key of the wrong length', () => {
  expect(() => sealSecrets(randomBytes(16).toString('base64'))).toThrow('32 bytes');
});
