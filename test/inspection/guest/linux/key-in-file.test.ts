import { keyInFile } from '../../../../src/inspection/guest/linux/key-in-file';
import { fakeGuestFiles } from '../../../fakes/fake-guest-files';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const number = (value: number, bytes: 2 | 4): Buffer => {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
};
const text = (value: string): Buffer => Buffer.concat([number(value.length, 2), Buffer.from(value)]);
const certificate = Buffer.concat([number(300, 4), Buffer.alloc(300, 0x30)]);
const entry = (tag: number, ...rest: readonly Buffer[]): Buffer =>
  Buffer.concat([number(tag, 4), text('name'), Buffer.alloc(8), ...rest]);
const trusted = entry(2, text('X.509'), certificate);
const trustedBefore = entry(2, certificate);
const key = entry(1, number(40, 4), Buffer.alloc(40), number(0, 4));
const java = (magic: string, version: number, ...entries: readonly Buffer[]): Buffer =>
  Buffer.concat([hex(magic), number(version, 4), number(entries.length, 4), ...entries, Buffer.alloc(20)]);
const cut = (content: Buffer): Buffer => content.subarray(0, content.length - 60);
const pkcs12 = (bag: string): Buffer => hex(`3082 0362 020103 ${bag} 00`);
const many = Array.from({ length: 400 }, () => trusted);

it.each<[string, string, Buffer, string]>([
  ['a certificate that is trusted', 'a.jks', java('feedfeed', 2, trusted), 'none'],
  ['more of them than the head of a file', 'a.jks', java('feedfeed', 2, ...many), 'none'],
  ['no entry', 'a.jks', java('feedfeed', 2), 'none'],
  ['a certificate as version 1 has it', 'a.jks', java('feedfeed', 1, trustedBefore), 'none'],
  ['a key behind a certificate', 'a.jks', java('feedfeed', 2, trusted, key), 'key'],
  ['a key', 'a.p12', java('cececece', 2, key), 'key'],
  ['an entry that only its password shows', 'a.jks', java('cececece', 2, trusted, entry(3)), 'unknown'],
  ['less than it says', 'a.jks', cut(java('feedfeed', 2, trusted)), 'unknown'],
  ['a head alone', 'a.jks', hex('feedfeed00000002'), 'unknown'],
  ['a shrouded key', 'a.p12', pkcs12('060b 2a864886f70d010c0a0102'), 'key'],
  ['a key as it is', 'a.pfx', pkcs12('060b 2a864886f70d010c0a0101'), 'key'],
  ['what is encrypted', 'a.pfx', pkcs12('0609 2a864886f70d010706'), 'unknown'],
  ['a PKCS #12 by the name of a Java store', 'a.jks', pkcs12('0609 2a864886f70d010706'), 'unknown'],
  ['words', 'a.p12', Buffer.from('put yours here'), 'unknown'],
  ['nothing', 'a.p12', Buffer.alloc(0), 'none'],
])(
  'sees of a key store with %s what can be seen without a password: %s',
  async (_what, name, content, held) => {
    const path = `/opt/${name}`;

    expect(await keyInFile(fakeGuestFiles({ [path]: content }), path)).toBe(held);
  },
);

it.each<[string, string, string | Buffer, string]>([
  ['a secret key of PGP in letters', 'a.asc', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQVY', 'key'],
  ['a public one in letters', 'a.asc', '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQVY', 'none'],
  ['a secret key in bytes', 'secring.gpg', hex('9505580 46b0368b601'), 'key'],
  ['a secret key in today’s packets', 'a.pgp', hex('c5580 46b0368b6010'), 'key'],
  ['a public one in bytes', 'pubring.gpg', hex('99018d046b0368b601'), 'none'],
  [
    'a key of GnuPG',
    'private-keys-v1.d/A4.key',
    'Created: 20261122T2212\nKey: (private-key (rsa (n #0',
    'key',
  ],
  ['one with a password', 'private-keys-v1.d/A4.key', '(21:protected-private-key(3:rsa(1:n', 'key'],
  ['one that is on a card', 'private-keys-v1.d/A4.key', '(20:shadowed-private-key(3:rsa(1:n', 'none'],
])('tells %s', async (_what, name, content, held) => {
  const path = `/root/.gnupg/${name}`;

  expect(await keyInFile(fakeGuestFiles({ [path]: content }), path)).toBe(held);
});

const pemCertificate = `-----BEGIN CERTIFICATE-----\n${'MIIB\n'.repeat(400)}-----END CERTIFICATE-----\n`;
const pem = '-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n';
const bundle = pemCertificate.repeat(100);

it.each<[string, string | Buffer, string]>([
  ['a bundle of certificates with a key behind them', `${bundle}${pem}`, 'key'],
  ['a bundle of certificates alone', bundle, 'none'],
  ['one that is longer than anybody reads', bundle.repeat(6), 'unknown'],
  ['what is no text, as long as it may be', Buffer.alloc(2_000_000, 'a\0'), 'none'],
])('looks behind the head of a long file: %s', async (_what, content, held) => {
  const path = '/etc/haproxy/site.pem';

  expect(await keyInFile(fakeGuestFiles({ [path]: content }), path)).toBe(held);
});
