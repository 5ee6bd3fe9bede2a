import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fakeUploads } from '../fakes/fake-uploads';
import { frozenVersion } from '../support/listed-offer';
import { type Phase, publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
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
  offer = await offerAgainst(test.app);
});
afterEach(() => offer.close());

const at = 'contoso/linux-vm';
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
  ['open', at, 'draft'],
  ['login', `--api URL --token ${apiToken}`, 'draft'],
  ['profiles', '', 'draft'],
  ['publisher create', 'fabrikam', 'draft'],
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
