import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fakeUploads } from '../fakes/fake-uploads';
import { writeSampleDisk } from '../../src/local/sample/disk';
import { frozenVersion } from '../support/listed-offer';
import { writeApplication } from '../support/application-package';
import { type Phase, publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';
import type { documentedCommands } from './commands';
import { pathWithBin, pathWithOffer } from './path-with-offer';
import { typed } from './type';
import { makeVhd } from '../support/vhd';

type Command = (typeof documentedCommands)['test/docs/cli.test.ts'][number];

let test: TestApp;
let offer: Offer;
let environment: Readonly<Record<string, string>>;
beforeEach(async () => {
  test = testApp({ uploads: fakeUploads() });
  await test.api('PUT', offerPath, publishableOffer());
  test.catalogue.versions.push(frozenVersion());
  offer = await offerAgainst(test.app);
  const folder = emptyFolder();
  writeFileSync(join(folder, 'web-1.0.0.vhd'), Buffer.alloc(1024, 'x'));
  if (isTyped('certify image')) await writeSampleDisk(join(folder, 'debian-12.vhd'));
  writeFileSync(join(folder, 'data.vhd'), makeVhd({ mebibytes: 20, partitions: [] }));
  writeApplication(folder);
  if (!isTyped('init')) writeFileSync(join(folder, 'offer.json'), JSON.stringify(publishableOffer()));
  environment = {
    // The reader stands in a folder of their own.
    OFFER_FOLDER: folder,
    OFFER_API: offer.url,
    OFFER_TOKEN: apiToken,
    XDG_CONFIG_HOME: emptyFolder(),
    // Once as it stands in the checkout.
    PATH: isTyped('offer doctor') ? pathWithBin : await pathWithOffer(),
  };
});

/** Tests are named by their commands. */
const isTyped = (words: string): boolean => (expect.getState().currentTestName ?? '').includes(words);

const accepted = /: accepted for contoso\/linux-vm\.\n$/;

/** What each command says when the offer stands in this phase. */
const said: Readonly<Record<Command, readonly [phase: Phase | 'draft' | 'reached', words: RegExp]>> = {
  'export PATH="$PWD/bin:$PATH"': ['draft', /^$/],
  'offer doctor': ['draft', /ok +API\n/],
  'offer login "$OFFER_API"': [
    'draft',
    /^Logged in to .*: The operator \(Operator, every publisher\); profile default/,
  ],
  'offer login "$OFFER_API" --profile production': ['draft', /profile production/],
  'offer profiles': ['draft', /^Nobody logged in/],
  'offer list --profile production': ['draft', /^contoso\/linux-vm .* Draft /],
  'offer publisher create fabrikam --name "Fabrikam, Inc."': ['draft', /^Publisher fabrikam is made/],
  'offer token create contoso ci': ['draft', /^\S{20,}\n$/],
  'offer token list contoso': ['draft', /^contoso has no tokens\.\n$/],
  'offer publisher history contoso': ['draft', /^Nothing happened yet\.\n$/],
  'offer init contoso/linux-vm': ['draft', /Written: .*\.vscode\/settings\.json\n/],
  'offer upload disk web-1.0.0.vhd --publisher contoso': ['draft', /^https:\/\/\S+\n$/],
  'offer put offer.json': ['draft', /is saved/],
  'offer validate contoso/linux-vm': ['draft', /can be published/],
  'offer publish contoso/linux-vm --email you@example.com --watch': [
    'reached',
    /Awaiting publisher sign-off/,
  ],
  'offer notify contoso/linux-vm --email you@example.com': ['awaitingAddress', accepted],
  'offer certify offer offer.json': ['draft', /^offer\.json passed\. Errors: 0\. /],
  'offer certify image debian-12.vhd --os linux': [
    'draft',
    /\ndebian-12\.vhd passed\. Errors: 0\. Warnings: 0\. /,
  ],
  'offer certify image data.vhd --role data': ['draft', /\ndata\.vhd passed\. Errors: 0\. Warnings: 0\. /],
  'offer certify package ./app': ['draft', /^\.\/app passed\. Errors: 0\. /],
  'offer certify package app.zip --sarif > app.sarif': ['draft', /^$/],
  'offer certify package ./app --only DependsOn-Best-Practices --json': ['draft', /"result":"pass"/],
  'offer certify template app/mainTemplate.json --fail-on warning': [
    'draft',
    /^app\/mainTemplate\.json passed\. Errors: 0\. Warnings: 0\. /,
  ],
  'offer rules': ['draft', /^Offer documents \(\d+\)\n/],
  'offer rules listing.text.promise': ['draft', /^listing\.text\.promise {2}No text promises/],
  'offer status contoso/linux-vm': ['signOff', /Awaiting publisher sign-off/],
  'offer status contoso/linux-vm --watch': ['live', /Live/],
  'offer open contoso/linux-vm --print': ['live', /\/publishers\/contoso\/offers\/linux-vm\/status\n$/],
  'offer publish contoso/linux-vm --wait --timeout 7200': ['reached', /Awaiting publisher sign-off/],
  'offer status contoso/linux-vm --json': ['signOff', /^\{"offer":"contoso\/linux-vm".*\}\n$/],
  'offer diff contoso/linux-vm --from 1': ['draft', /\n {2}[-+] |alike/],
  'offer history contoso/linux-vm --actor ci@contoso': ['draft', /^Nothing happened yet\.\n$/],
  'offer support contoso/linux-vm --contact you@example.com --text "Certification is stuck"': [
    'certification',
    /^Case CASE-/,
  ],
  'offer go-live contoso/linux-vm --at 2027-01-31T09:00:00Z': [
    'signOff',
    /^Sign-off for Jan 31, 2027.*: accepted/,
  ],
  'offer withdraw contoso/linux-vm': ['scheduled', accepted],
  'offer go-live contoso/linux-vm': ['signOff', accepted],
  'offer check-live contoso/linux-vm': ['live', /All that is live is what was signed/],
  'source <(offer completion bash)': ['draft', /^$/],
};

it.each(Object.entries(said))('%s', async (command, [phase, words]) => {
  const { OFFER_FOLDER: folder = '', ...variables } = environment;
  if (phase !== 'draft' && phase !== 'reached') test.publish(publicationAt(phase));
  const needsLogin = command === 'offer list --profile production';
  const before = needsLogin ? 'offer login "$OFFER_API" --profile production > /dev/null && ' : '';

  const typing = typed(`cd ${folder} && ${before}${command}`, variables);
  if (phase === 'reached') await reachSignOff();

  expect(await typing).toMatch(words);
});

/** What the run would do once it was asked to publish. */
async function reachSignOff(): Promise<void> {
  while (test.catalogue.operationRows.length === 0) await pause(20);
  const publicationId = test.catalogue.operationRows[0]?.publicationId ?? '';
  test.publish({ ...publicationAt('signOff'), publicationId });
}
