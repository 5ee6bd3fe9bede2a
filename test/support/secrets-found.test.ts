import { createTransport } from 'nodemailer';
import { randomBytes } from 'node:crypto';
import { readableMail } from './invariants/readable-mail';
import { secretsIn } from './invariants/secret-shapes';
import { spellings } from './invariants/spellings';

const secret = 'k+8/z~3 q?=';
const isIn = (text: string): boolean => spellings(secret).some((spelling) => text.includes(spelling));

it.each<[string, (text: string) => string]>([
  ['as it is', (text) => `a ${text} b`],
  ['in a URL', (text) => `https://x.example/?key=${encodeURIComponent(text)}`],
  ['in hex, as PostgreSQL shows bytes', (text) => `\\x${Buffer.from(text).toString('hex')}`],
  ['in base64', (text) => Buffer.from(text).toString('base64')],
  ['in base64 one byte later', (text) => Buffer.from(`1${text}after`).toString('base64')],
  ['in base64 two bytes later', (text) => Buffer.from(`12${text}`).toString('base64')],
  ['in base64 of URLs', (text) => Buffer.from(`{"a":"${text}"}`).toString('base64url')],
])('finds a secret %s', (_where, written) => {
  expect(isIn(written(secret))).toBe(true);
  expect(isIn(written('another one, longer'))).toBe(false);
});

it('finds a key in base64 in the alphabet of URLs, and without its end', () => {
  const key = Buffer.alloc(32, 0xfb).toString('base64');

  const isFound = spellings(key).some((spelling) => key.includes(spelling));
  const inJwk = Buffer.from(key, 'base64').toString('base64url');

  expect([isFound, spellings(key).some((spelling) => inJwk.includes(spelling))]).toEqual([true, true]);
});

/** What a mail of ours looks like on the wire. */
async function rawMail(content: Readonly<Record<string, string>>): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', ...content });
  if (!Buffer.isBuffer(message)) throw new Error('It was asked for in one piece.');
  return message.toString('utf8');
}

it.each<[string, Readonly<Record<string, string>>]>([
  ['a short line', { text: secret }],
  ['a long line', { text: `${'x'.repeat(70)}${secret}` }],
  ['a text that is hardly ASCII', { text: `${'привет '.repeat(20)}${secret}` }],
  ['its HTML', { text: 'x', html: `<p>Ж ${secret}</p>` }],
  ['a subject that is not ASCII', { subject: `О — ${secret}`, text: 'x' }],
  ['a long subject in Chinese', { subject: `${'你好'.repeat(20)}${secret}`, text: 'x' }],
])('finds a secret in a mail: %s', async (_where, content) => {
  expect(readableMail(await rawMail(content))).toContain(secret);
});

it.each([
  [
    'the signature of a SAS URL',
    'https://a.example/b?sv=1&sig=Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyMTI%3D',
  ],
  ['a preview token', '/preview/a/b?token=eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJjMGZmZWUifQ.c2lnbmF0dXJlMTIz'],
  ['an API token', `offer_${'a1'.repeat(24)}b`],
  ['a session', `cookie: offer_session=${randomBytes(32).toString('base64url')}.seal`],
  ['a bearer token', 'authorization: Bearer 0123456789abcdef01234567'],
  ['a connection string', 'AccountName=a;AccountKey=Zm9vYmFyZm9vYmFyZm9vYmFy'],
  ['a private key', '-----BEGIN PRIVATE KEY-----'],
  ['the secret of a webhook', `whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  ['the password of a database', 'postgresql://offers:hunter2@db.example/offers'],
])('knows %s by its shape', (what, text) => {
  expect(secretsIn(`{"at":"x","text":"${text}"}`)).toEqual([what]);
});

it.each([
  'https://a.example/b?sv=1&sig=[redacted]',
  '/sign-in?token=',
  'the offer_id of a session',
  'postgresql://db.example/offers',
  'AccountKey=***',
])('takes "%s" for no secret', (text) => {
  expect(secretsIn(text)).toEqual([]);
});
