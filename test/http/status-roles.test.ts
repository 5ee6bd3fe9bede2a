import type { Role } from '../../src/domain/access/role';
import { frozenVersion, listedOffer } from '../support/listed-offer';
import { type Phase, publicationAt, publicationId } from '../support/publication-at';
import { bearing, tokenFor } from '../support/test-token';
import { now, offerPath, pagePath, testApp, testSettings, type TestApp } from '../support/test-app';

const status = `${pagePath}/status`;

async function at(phase: Phase, clock = now): Promise<TestApp> {
  const temporalUi = { url: 'http://temporal.example/', namespace: 'offers' };
  const test = testApp({ settings: { ...testSettings, temporalUi }, clock: () => clock });
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt(phase));
  return test;
}

async function seenBy(test: TestApp, role: Role, path = status): Promise<string> {
  const answer = await test.app.request(path, { headers: bearing(await tokenFor(test, role)) });
  expect(answer.status).toBe(200);
  return answer.text();
}

describe('on the status page', () => {
  it('operators, and nobody else, find the run in the Temporal UI', async () => {
    const test = await at('signOff');

    const [operators, owners] = [await (await test.browse(status)).text(), await seenBy(test, 'Owner')];

    const run =
      'http://temporal.example/namespaces/offers/workflows/publication.contoso.linux-vm/run-1/history';
    expect(operators).toContain(`href="${run}"`);
    expect(owners).not.toContain('temporal.example');
  });

  it.each<[Role, boolean]>([
    ['Owner', true],
    ['Contributor', true],
    ['Reviewer', false],
  ])('a %s has the buttons exactly when the role may press them', async (role, mayPress) => {
    const test = await at('signOff');

    const page = await seenBy(test, role);

    expect(page.includes('/golive/confirm')).toBe(mayPress);
    expect(page.includes('/cancel/confirm')).toBe(mayPress);
    expect(page.includes('Your role only reads.')).toBe(!mayPress);
  });

  it('the question is asked only while the answer would be taken; otherwise the status page tells why', async () => {
    const early = await at('certification');
    const reading = await at('signOff');
    const reviewer = await tokenFor(reading, 'Reviewer');

    const answers = [
      await early.browse(`${pagePath}/golive/confirm`),
      await early.browse(`${pagePath}/cancel/confirm`),
      await reading.app.request(`${pagePath}/golive/confirm`, { headers: bearing(reviewer) }),
    ];

    for (const answer of answers)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, status]);
  });

  it.each<[Phase, string]>([
    ['certificationFailed', 'displaycertify'],
    ['signOff', 'publisher-signoff'],
    ['awaitingAddress', 'displaydummycertify'],
  ])(
    'in phase %s the step that is stuck leads to support, with publication and step',
    async (phase, step) => {
      const test = await at(phase);

      const page = await (await test.browse(status)).text();

      const links = [...page.matchAll(/href="([^"]+)" data-support="([^"]+)"/g)].map(([, href, of]) => [
        href,
        of,
      ]);
      expect(links).toEqual([[`${pagePath}/support?publication=${publicationId}&amp;step=${step}`, step]]);
    },
  );

  it('so does a step that takes longer than estimated, and no step that is in time', async () => {
    const inTime = await (await (await at('certification')).browse(status)).text();
    const late = await (
      await (await at('certification', new Date('2026-11-30T12:00:00.000Z'))).browse(status)
    ).text();

    expect(inTime).not.toContain('data-support');
    expect(late).toContain('data-support="displaycertify"');
    expect(late).toContain('longer than estimated');
  });

  it('a finding leads to its field in the Editor', async () => {
    const page = await (await (await at('certificationFailed')).browse(status)).text();

    expect(page).toContain(`href="${pagePath}/editor#/definition/plans/0"`);
  });

  it('an answer to a question about an earlier attempt does not hit the next one', async () => {
    const test = await at('signOff');
    test.publish({ ...publicationAt('signOff'), publicationId: 'p-2' });

    await test.browse(`${pagePath}/golive`, { publication: publicationId });

    expect(test.client.sent).toMatchObject([{ name: 'goLive', input: { publicationId } }]);
  });
});
