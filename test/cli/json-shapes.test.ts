import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeUploads } from '../fakes/fake-uploads';
import { frozenVersion } from '../support/listed-offer';
import { type Phase, publicationAt, publicationId } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { signedReport } from '../support/signed-report';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';

const manual = readFileSync(join(__dirname, '../../docs/CLI.md'), 'utf8');
const [, table = ''] = manual.split('| Command');
const documented = new Map(
  [...table.matchAll(/^\| `([a-z -]+)` +\| (.+?) +\|$/gm)].map(([, command = '', told = '']) => [
    command,
    told,
  ]),
);

let offer: Offer;
let test: TestApp;
let folder: string;
beforeEach(async () => {
  test = testApp({ uploads: fakeUploads() });
  folder = emptyFolder();
  await test.api('PUT', offerPath, publishableOffer());
  test.catalogue.versions.push(frozenVersion());
  writeFileSync(join(folder, 'offer.json'), JSON.stringify(publishableOffer()));
  writeFileSync(join(folder, 'a.zip'), 'x');
  await certified();
  offer = await offerAgainst(test.app);
});

const at = 'contoso/linux-vm';

/** A signed report of the publication, also as a file, and an exception. */
async function certified(): Promise<void> {
  const { record, text, publicKeys } = signedReport();
  test.catalogue.signedReports.set(publicationId, record);
  test.staging.blobs.set(`reports/${record.digest}`, Buffer.from(text));
  writeFileSync(join(folder, 'report.json'), text);
  writeFileSync(join(folder, 'key.pem'), Object.values(publicKeys).join(''));
  const exceptionId = '0b54a6f2-6c2c-4c8e-8a0e-3f5b8f6a1d11';
  const where = { publisherId: 'contoso', offerId: null, planId: null };
  const what = { ruleId: 'vm.guest.bash-history', reason: 'Why', until: '2027-05-01T00:00:00Z' };
  await test.catalogue.exceptions.grant({ exceptionId, ...where, ...what }, 'rita@*');
}

const rows: readonly (readonly [command: string, argv: string, phase: Phase | 'draft'])[] = [
  ['publish', at, 'draft'],
  ['notify', `${at} --email ann@contoso.com`, 'awaitingAddress'],
  ['go-live', at, 'signOff'],
  ['withdraw', at, 'scheduled'],
  ['cancel', at, 'signOff'],
  ['status', at, 'live'],
  ['status', at, 'draft'],
  ['check-live', at, 'live'],
  ['validate', at, 'draft'],
  ['certify', 'offer offer.json', 'draft'],
  ['diff', `${at} --from 1`, 'draft'],
  ['list', '', 'draft'],
  ['show', at, 'draft'],
  ['export', at, 'draft'],
  ['put', 'offer.json', 'draft'],
  ['clone', `${at} contoso/next`, 'draft'],
  ['discard', `${at} --yes`, 'draft'],
  ['init', 'contoso/new --file new.json', 'draft'],
  ['upload', 'package a.zip --publisher contoso', 'draft'],
  ['history', at, 'draft'],
  ['support', at, 'draft'],
  ['review list', '', 'draft'],
  ['review show', at, 'draft'],
  ['review comment', `${at} --text Why?`, 'inReview'],
  ['report', at, 'signOff'],
  ['verify', 'report.json --key key.pem', 'draft'],
  ['exceptions list', 'contoso', 'draft'],
  [
    'exceptions grant',
    `${at} --rule vm.guest.bash-history --reason Why --until 2027-05-01T00:00:00Z`,
    'draft',
  ],
  ['exceptions end', 'contoso 0b54a6f2-6c2c-4c8e-8a0e-3f5b8f6a1d11 --yes', 'draft'],
  ['recertify', '--all --dry-run', 'draft'],
  ['open', at, 'draft'],
  ['login', `--api URL --token ${apiToken}`, 'draft'],
  ['profiles', '', 'draft'],
  ['publisher create', 'fabrikam', 'draft'],
  ['publisher history', 'contoso', 'draft'],
  ['token create', 'contoso ci', 'draft'],
  ['token list', 'contoso', 'draft'],
  ['rules', '', 'draft'],
  ['rules', 'sas.start', 'draft'],
  ['doctor', '', 'draft'],
  ['completion', 'bash', 'draft'],
];

it.each(rows)('%s %s gives with --json what the manual says, in one line', async (command, argv, phase) => {
  if (phase !== 'draft') test.publish(publicationAt(phase));
  const words = `${command} ${argv.replace('URL', offer.url)}`.trim().split(' ');

  const { stdout } = await offer.runAt({ workFolder: folder }, ...words, '--json');

  expect(stdout).toMatch(/^\{.*\}\n$/);
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(fieldsOf(command));
});

it('has every command of the manual', () => {
  const alike = ['review approve', 'review request-changes', 'logout', 'token revoke'];

  expect([...documented.keys()].filter((command) => !rows.some(([name]) => name === command))).toEqual(alike);
});

/** The names before anything that is said about them. */
function fieldsOf(command: string): readonly string[] {
  const told = documented.get(command) ?? '';
  if (told.startsWith('the same')) return fieldsOf('publish');
  const [fields = ''] = told.split(/[;:]/);
  return [...fields.replaceAll(/\([^)]*\)/g, '').matchAll(/`([A-Za-z]+)`/g)].map(([, name = '']) => name);
}
