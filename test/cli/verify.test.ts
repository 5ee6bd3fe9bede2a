import { createHash, createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigner } from '../../src/services/signing/signer';
import { emptyFolder, runOffer, type Transcript } from '../support/run-offer';
import { newSigningKey } from '../support/signing-key';
import { type SignedReport, signedReport } from '../support/signed-report';

const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
const signed = signedReport({}, signer);
const pem = Object.values(signed.publicKeys)[0] ?? '';
const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' });
const otherKey = Object.values(createSigner({ privateKeyPem: newSigningKey(), retired: {} }).publicKeys())[0];

/** With a file of this content, offline. */
function verify(text: string, ...argv: readonly string[]): Promise<Transcript> {
  const workFolder = emptyFolder();
  writeFileSync(join(workFolder, 'report.json'), text);
  writeFileSync(join(workFolder, 'key.pem'), pem);
  writeFileSync(join(workFolder, 'other.pem'), otherKey ?? '');
  writeFileSync(join(workFolder, 'keys.json'), JSON.stringify({ keys: signed.publicKeys }));
  const options = argv.length === 0 ? ['--key', 'key.pem'] : argv;
  return runOffer(['verify', 'report.json', ...options], { OFFER_LANG: 'en' }, { workFolder });
}

/** The same envelope with another payload. */
function changedPayload({ text }: SignedReport, change: (payload: string) => string): string {
  const envelope = JSON.parse(text) as { readonly payload: string };
  const payload = change(Buffer.from(envelope.payload, 'base64').toString());
  return JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') });
}

it('says who certified what, when, by which rules, until when, and what was let pass', async () => {
  const { exitCode, stdout } = await verify(signed.text);

  expect(exitCode).toBe(0);
  expect(stdout).toContain(`Genuine: signed with key ${Object.keys(signed.publicKeys)[0]}`);
  for (const told of [
    /Certified +contoso\/linux-vm version 1, publication 3f1d0c9a/,
    /Verdict +passed/,
    /When +Nov 20, 2026/,
    /Valid until +Feb 18, 2027/,
    /Rules +linuxOsDisk@1/,
    /small\/1\.0\.0\/os \(linuxOsDisk\): passed/,
    /SHA-256 a{64}/,
    /rules passed 1, warned 0, failed 1, not run 0/,
    /Exceptions: 1\n +vm\.guest\.bash-history: Excepted until May 1, 2027.*: The vendor mends it in May\. \(rita@\*\)/,
  ])
    expect(stdout).toMatch(told);
});

it('names the reviewer who approved what no rule could judge', async () => {
  const unread = { ruleId: 'vm.guest.readable', severity: 'reviewRequired', params: {}, target: {} } as const;
  const judged = { verdict: 'reviewRequired', reportId: 'report 1', findings: [unread] } as const;
  const review = { reportIds: ['report 1'], decision: 'approve', decidedBy: 'rita' };
  const reviews = [{ ...review, decidedAt: '2026-11-21T09:00:00.000Z' }];

  const { exitCode, stdout } = await verify(signedReport(judged, signer, reviews).text);

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /Verdict +reviewRequired[^]*Approved by reviewers: 1\n +vm\.guest\.readable of small\/1\.0\.0\/os: rita, Nov 21, 2026.*; stands until Feb 19, 2027/,
  );
});

it.each([
  ['a PEM file', 'key.pem'],
  ['what /keys answers', 'keys.json'],
  ['base64 of the key', spki.toString('base64')],
  ['base64 of its 32 bytes', spki.subarray(-32).toString('base64')],
])('takes %s as key', async (_form, key) => {
  const { exitCode, stdout } = await verify(signed.text, '--key', key, '--json');

  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    genuine: true,
    keyId: Object.keys(signed.publicKeys)[0],
    isExpired: false,
    report: signed.report,
  });
});

it('names the key that signed, whatever key the envelope names', async () => {
  const [keyId = ''] = Object.keys(signed.publicKeys);

  const { exitCode, stdout } = await verify(signed.text.replace(keyId, 'another'), '--key', 'key.pem');

  expect(exitCode).toBe(0);
  expect(stdout).toContain(`signed with key ${keyId},`);
});

it.each<[string, string, readonly string[], number, RegExp]>([
  [
    'a changed payload',
    changedPayload(signed, (json) => json.replace('linux-vm', 'other-vm')),
    [],
    4,
    /changed since it was signed/,
  ],
  ['another key', signed.text, ['--key', 'other.pem'], 4, /these keys did not sign it/],
  ['no JSON', 'PK', [], 2, /no DSSE envelope/],
  ['no envelope', '{}', [], 2, /no DSSE envelope/],
  ['another payload type', signed.text.replace('certification-report', 'other'), [], 2, /of another type/],
  ['a payload that is no base64', signed.text.replace('"payload":"', '"payload":"*'), [], 2, /not base64/],
  ['no key at all', signed.text, ['--key', 'nothing.pem'], 2, /neither a file with an Ed25519 public key/],
])('refuses %s', async (_what, text, argv, code, why) => {
  const { exitCode, stdout, stderr } = await verify(text, ...argv);

  expect([exitCode, stdout]).toEqual([code, '']);
  expect(stderr).toMatch(why);
});

it('says that a file is no report before it asks anybody for keys', async () => {
  const workFolder = emptyFolder();
  writeFileSync(join(workFolder, 'offer.json'), '{ "definition": {} }');

  const { exitCode, stderr } = await runOffer(['verify', 'offer.json'], { OFFER_LANG: 'en' }, { workFolder });

  expect(exitCode).toBe(2);
  expect(stderr).toContain('offer.json is no certification report: it is no DSSE envelope');
  expect(stderr).not.toMatch(/--api|address/);
});

it('refuses to read the public key out of a private one', async () => {
  const { exitCode } = await verify(signed.text, '--key', newSigningKey());

  expect(exitCode).toBe(2);
});

it('warns of a report that has run out, and fails for one that says "failed"', async () => {
  const keysOf = ({ publicKeys }: SignedReport): string =>
    Buffer.from(
      createPublicKey(Object.values(publicKeys)[0] ?? '').export({ type: 'spki', format: 'der' }),
    ).toString('base64');
  const old = signedReport({ validUntil: '2020-01-01T00:00:00.000Z' });
  const failed = signedReport({ verdict: 'failed' });

  const ranOut = await verify(old.text, '--key', keysOf(old));
  const didNotPass = await verify(failed.text, '--key', keysOf(failed));

  expect(ranOut.exitCode).toBe(0);
  expect(ranOut.stdout).toContain('It has run out');
  expect(didNotPass.exitCode).toBe(4);
  expect(didNotPass.stdout).toMatch(/Verdict +failed/);
});

it('signs what the DSSE protocol says is signed', () => {
  const vector = JSON.parse(signed.text) as {
    payloadType: string;
    payload: string;
    signatures: [{ sig: string }];
  };
  const body = Buffer.from(vector.payload, 'base64');
  const pae = Buffer.concat([
    Buffer.from(`DSSEv1 ${vector.payloadType.length} ${vector.payloadType} ${body.length} `),
    body,
  ]);
  const signer = createSigner({ privateKeyPem: newSigningKey(), retired: signed.publicKeys });

  const [keyId = ''] = Object.keys(signed.publicKeys);
  expect(signer.verify(pae, { keyId, value: vector.signatures[0].sig })).toBe(true);
  expect(createHash('sha256').update(signed.text).digest('hex')).toBe(signed.record.digest);
});
