import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { OfferDocument } from '../../src/domain/offer/document';
import { goodOffer, changed, machine, market } from '../domain/offer/good-offer';
import { emptyFolder, runOffer, type Transcript } from '../support/run-offer';

/** Its image's URL is there for the years to come: the command goes by the clock. */
const lasting = (): OfferDocument => {
  const sas = `sr=c&sp=rl&st=2026-05-31T12%3A00%3A00Z&se=2099-07-01T12%3A00%3A00Z&sig=CANARY%3D`;
  const url = `https://contoso.blob.core.windows.net/vhds/web.vhd?${sas}`;
  return changed(goodOffer(), machine('vmImages', '1.0.0', 'osVhdUrl'), url);
};

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});

const save = (document: object, name = 'offer.json'): void => {
  writeFileSync(join(folder, name), JSON.stringify(document, null, 2));
};
const certify = async (...argv: readonly string[]): Promise<Transcript> =>
  runOffer(['certify', 'offer', ...argv], {}, { folder });

it('passes a good offer without a server or a login', async () => {
  save(lasting());

  const { exitCode, stdout, stderr } = await certify('offer.json');

  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^offer\.json passed\. Errors: 0\. Warnings: 0\. Rules run: \d+, not run: \d+\.\n$/);
});

it('says file, line and column, what is wrong and what to do', async () => {
  save(changed(lasting(), market('title'), 'Contoso 🚀'));

  const { exitCode, stdout } = await certify('offer.json');

  expect(exitCode).toBe(4);
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(
      /^offer\.json:\d+:7, \/definition\/\S+\.title: error: "Title" has emoji: 🚀 \[listing\.title\.emoji\]$/,
    ),
    '    Fix: Use letters, digits and punctuation only.',
  ]);
});

it('puts the place that editors open first, and names the plan apart', async () => {
  save(changed(lasting(), machine('skuTitle'), ''));

  const { stdout } = await certify('offer.json');

  expect(stdout.split('\n')[0]).toMatch(
    /^offer\.json:\d+:\d+, \/definition\/plans\/0\/\S+: error: .* \[offer\.field-missing\] \(plan \w+\)$/,
  );
});

it('gives one JSON object with the findings and what came of every rule', async () => {
  save(changed(lasting(), market('summary'), 'Coming soon'));

  const { exitCode, stdout } = await certify('offer.json', '--json', '--only', 'listing.text.promise');

  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: 'passed',
    findings: [{ ruleId: 'listing.text.promise', severity: 'warning', policy: '100.1' }],
    tests: [{ ruleId: 'listing.text.promise', aliases: [], result: 'warn' }],
  });
});

it('fails on a warning when asked to', async () => {
  save(changed(lasting(), market('summary'), 'Coming soon'));

  expect((await certify('offer.json', '--fail-on', 'warning')).exitCode).toBe(4);
});

it('reads a document that is piped in, and says where in it', async () => {
  const stdin = JSON.stringify(changed(lasting(), market('title'), 'Contoso 🚀'), null, 2);

  const { exitCode, stdout } = await runOffer(['certify', 'offer', '-'], {}, { folder, stdin });

  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/^stdin:\d+:7, \/definition\/offer\/microsoft-azure-marketplace\.title: error:/m);
});

it('looks at the pictures beside the document, or in the folder named', async () => {
  save(lasting());
  const draw = async (width: number, height: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
  mkdirSync(join(folder, 'artwork'));
  writeFileSync(join(folder, 'artwork/small.png'), await draw(40, 40));
  writeFileSync(join(folder, 'artwork/wide.png'), await draw(100, 100));

  const beside = await certify('offer.json', '--json', '--only', 'listing.picture.ratio');
  const named = await certify(
    'offer.json',
    '--json',
    '--only',
    'listing.picture.ratio',
    '--pictures',
    'artwork',
  );

  expect(JSON.parse(beside.stdout)).toMatchObject({ findings: [], tests: [{ result: 'notRun' }] });
  expect(JSON.parse(named.stdout)).toMatchObject({
    findings: [{ params: { picture: 'wideLogo' }, expected: '255x115', actual: '100x100' }],
    tests: [{ result: 'warn' }],
  });
});

it.each([
  [['nothing.json'], 'There is no file'],
  [
    ['offer.json', '--only', 'listing.nonsense'],
    'There is no such rule here: listing.nonsense. See: offer rules',
  ],
])('ends with 2 at %j', async (argv, words) => {
  save(lasting());

  const { exitCode, stdout, stderr } = await certify(...argv);

  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
});

it.each([
  ['a comment', '{\n  // mine\n  "id": "web"\n}', '2:3', 'a comment stands here, and JSON has none'],
  [
    'a comment behind an address',
    '{ "a": "https://a" /* b */ }',
    '1:20',
    'a comment stands here, and JSON has none',
  ],
  ['a comma too many', '{\n  "id": "web",\n}', '2:14', 'a comma stands after the last entry'],
  ['a missing value', '{"a": 1,\n "b": }', '2:7', 'something else is expected here'],
  ['a text without its end', '{ "a": "http://b\n}', '1:8', 'something else is expected here'],
  ['a name without quotes', '{ id: "web" }', '1:3', 'a name stands without quotes'],
  ['an end too early', '{"a": ', '1:7', 'it ends too early'],
  ['nothing', '', '1:1', 'it is empty'],
])('says line, column and what is wrong of %s', async (_what, text, place, flaw) => {
  writeFileSync(join(folder, 'offer.json'), text);

  const { exitCode, stdout, stderr } = await certify('offer.json');

  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toBe(`offer.json:${place}: This is not JSON: ${flaw}.\n`);
});

it('reads a document that begins with a byte order mark, and counts its columns as editors do', async () => {
  const marked = (document: object): void =>
    writeFileSync(join(folder, 'offer.json'), `\uFEFF${JSON.stringify(document)}`);

  marked(lasting());
  const good = await certify('offer.json');
  marked(changed(lasting(), market('title'), 'Contoso 🚀'));
  const flawed = await certify('offer.json');

  expect([good.exitCode, good.stderr]).toEqual([0, '']);
  const column =
    1 + JSON.stringify(changed(lasting(), market('title'), 'Contoso 🚀')).indexOf(`"${titleKey}"`);
  expect(flawed.stdout).toMatch(new RegExp(`^offer\\.json:1:${column}, `));
});

const titleKey = 'microsoft-azure-marketplace.title';

it('says that it judged no link where none answered, as on a machine without a network', async () => {
  const onlyLink = { definition: { offer: { [privacyKey]: 'https://nowhere.invalid/privacy' } } };
  save({ ...lasting(), ...onlyLink });

  const online = await certify('offer.json', '--online', '--only', 'listing.link.dead');
  const offline = await certify('offer.json', '--only', 'listing.link.dead');

  expect(online.stderr).toBe(
    'No link was judged: of 1 that were called, none answered. See that this machine is online.\n',
  );
  expect(online.stdout).toContain('was not judged');
  expect(offline.stderr).toBe('');
});

const privacyKey = 'microsoft-azure-marketplace.privacyURL';
