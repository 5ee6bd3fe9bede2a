import { createSigner } from '../../src/services/signing/signer';
import { publicationAt, publicationId } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { signedReport } from '../support/signed-report';
import { newSigningKey } from '../support/signing-key';
import { apiToken, now, offerPath, testApp, type TestApp } from '../support/test-app';
import { documentedCommands } from './commands';
import { pathWithOffer } from './path-with-offer';
import { typed } from './type';

const [report, verify, keys, verifyOffline, grant, list, end, recertify] =
  documentedCommands['test/docs/certification.test.ts'];

const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
let test: TestApp;
let offer: Offer;
beforeEach(async () => {
  test = testApp({ signer, clock: () => now });
  await test.api('PUT', offerPath, publishableOffer());
  test.catalogue.tokens.publishers.add('contoso');
  test.publish(publicationAt('signOff'));
  offer = await offerAgainst(test.app);
});

const type = async (
  command: string,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> =>
  typed(`cd "${folder}" && ${command}`, {
    OFFER_API: offer.url,
    OFFER_TOKEN: apiToken,
    ...more,
    XDG_CONFIG_HOME: emptyFolder(),
    PATH: await pathWithOffer(),
  });

it('leads from a publication to a report that is verified, also offline', async () => {
  const folder = emptyFolder();
  const signed = signedReport({}, signer);
  test.catalogue.signedReports.set(publicationId, signed.record);
  test.staging.blobs.set(`reports/${signed.record.digest}`, Buffer.from(signed.text));
  await type(report, folder);
  const online = await type(verify, folder);
  await type(keys, folder);

  const offline = await type(verifyOffline, folder, { OFFER_API: 'http://127.0.0.1:1' });

  expect(online).toContain(`Genuine: signed with key ${signer.keyId}`);
  expect(offline).toBe(online);
});

it('leads from a granted exception to its end', async () => {
  const folder = emptyFolder();
  const granted = await type(grant, folder);
  const listed = await type(list, folder);
  const ended = await type(end, folder, { EXCEPTION: test.catalogue.granted[0]?.exceptionId ?? '' });

  expect(granted).toContain('vm.guest.bash-history need not be kept in contoso/linux-vm until May 1, 2027');
  expect(listed).toContain('Mended in May');
  expect(ended).toContain('counts again');
});

it('tells what newer rules would say', async () => {
  expect(await type(recertify, emptyFolder())).toMatch(/^Live offers: 0\./);
});
