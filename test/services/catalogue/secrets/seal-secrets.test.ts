import { randomBytes } from 'node:crypto';
import { secretNames } from '../../../../src/services/catalogue/secrets/naming-key';
import { sealSecrets } from '../../../../src/services/catalogue/secrets/seal-secrets';

const key = randomBytes(32).toString('base64');

it('opens what it sealed, and seals the same value differently each time', () => {
  const { seal, open } = sealSecrets({ secretsKey: key });

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
  const sealed = change(sealSecrets({ secretsKey: key }).seal('sig=abc', 'contoso/vm/1'));

  expect(() => sealSecrets({ secretsKey: openingKey }).open(sealed, place)).toThrow(/SECRETS_KEY/);
});

describe('while the key is changed', () => {
  const [oldKey, newKey, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64')) as [
    string,
    string,
    string,
  ];
  const before = sealSecrets({ secretsKey: oldKey });
  const prepared = sealSecrets({ secretsKey: oldKey, otherSecretsKeys: [newKey] });
  const changed = sealSecrets({ secretsKey: newKey, otherSecretsKeys: [oldKey, third] });
  const after = sealSecrets({ secretsKey: newKey });

  it.each([
    ['what was sealed before there were ids', before, changed],
    ['the old key’s after the change', prepared, changed],
    ['the new key’s before the change', changed, prepared],
    ['the new key’s when the old one is gone', changed, after],
    ['the new key’s without an id while it is changed again', after, changed],
  ])('opens %s', (_case, sealing, opening) => {
    const sealed = sealing.seal('sig=abc', 'here');

    expect(opening.open(sealed, 'here')).toBe('sig=abc');
  });

  it('opens nothing of the old key when that is gone', () => {
    const sealed = prepared.seal('sig=abc', 'here');

    expect(() => after.open(sealed, 'here')).toThrow(/SECRETS_KEY/);
  });

  it('lets earlier releases read what is sealed while there is one key', () => {
    const sealed = after.seal('sig=abc', 'here');

    expect(sealed[0]).toBe(1);
    expect(sealed).toHaveLength(1 + 12 + 16 + 'sig=abc'.length);
  });

  it('marks what is under the new key', () => {
    const sealed = changed.seal('sig=abc', 'here');

    expect(sealed.subarray(0, 5)).toEqual(changed.mark);
    expect(prepared.seal('sig=abc', 'here').subarray(0, 5)).not.toEqual(changed.mark);
  });
});

it('names the same value alike within its scope only', () => {
  const idOf = secretNames(key);

  expect(idOf('sig=abc', 'contoso/vm')).toBe(idOf('sig=abc', 'contoso/vm'));
  expect(idOf('sig=abc', 'contoso/vm')).not.toBe(idOf('sig=abc', 'fabrikam/vm'));
  expect(idOf('sig=abc', 'contoso/vm')).toMatch(/^[\w-]{22}$/);
});

it('refuses a key of the wrong length', () => {
  expect(() => sealSecrets({ secretsKey: randomBytes(16).toString('base64') })).toThrow('32 bytes');
});
