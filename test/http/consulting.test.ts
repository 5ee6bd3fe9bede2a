import type { OfferDocument } from '../../src/domain/offer/document';
import { mask, maskSecrets } from '../../src/domain/offer/secrets';
import { goodConsulting } from '../domain/offer/good-consulting';
import { changed, goodOffer, market } from '../domain/offer/good-offer';
import { frozenVersion } from '../support/listed-offer';
import { publicationAt } from '../support/publication-at';
import { openReviewIn } from '../support/review-shown';
import { shownPackage, slotOf } from '../support/shown-package';
import { offerPath, pagePath, testApp, type TestApp } from '../support/test-app';
import { tokenFor } from '../support/token-for';

const draft = (document: OfferDocument): OfferDocument => ({ ...document, id: 'linux-vm' });

async function saved(document: OfferDocument): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, draft(document));
  return test;
}

/** As a reviewer of the publisher, who holds no other permission. */
async function reviewing(
  test: TestApp,
): Promise<(method: string, path: string, body?: object) => Promise<Response>> {
  const headers = await tokenFor(test, 'contoso', 'Reviewer');
  return async (method, path, body) =>
    test.app.request(path, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json', Origin: 'http://localhost' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}

/** Its leads go to a table, whose key is a secret. */
const withKey = (storageAccountConnectionString: string): OfferDocument =>
  [
    [market('leadDestination'), 'AzureTable'] as const,
    [market('tableLeadConfiguration'), { storageAccountConnectionString }] as const,
  ].reduce<OfferDocument>((so, [path, value]) => changed(so, path, value), goodConsulting());

function corrected(): OfferDocument {
  const document = goodConsulting();
  return { ...document, definition: { ...(document['definition'] as object), displayText: 'Corrected' } };
}

describe('reviewers', () => {
  it('correct the draft of a consulting service, and history names them', async () => {
    const test = await saved(goodConsulting());
    const send = await reviewing(test);
    const corrected = { ...draft(goodConsulting()), definition: { displayText: 'Corrected' } };

    const answer = await send('PUT', offerPath, corrected);

    expect(answer.status).toBe(200);
    expect(test.catalogue.drafts.get('contoso/linux-vm')?.draft).toMatchObject({
      definition: { displayText: 'Corrected' },
    });
  });

  it('find its form open, without a way to publish', async () => {
    const send = await reviewing(await saved(goodConsulting()));

    const page = await (await send('GET', `${pagePath}/editor`)).text();

    expect(page).toContain('value="save"');
    expect(page).not.toContain('value="publish"');
    expect(page).not.toContain('id="section-plans"');
  });

  it.each([
    ['nothing while the draft is what they decide about', goodConsulting(), goodConsulting(), false],
    [
      'nothing of a secret, which is kept and read in two forms',
      withKey('{secret:7f3c}'),
      withKey(mask),
      false,
    ],
    ['that an approval does not publish what they corrected', goodConsulting(), corrected(), true],
  ])('are told %s', async (_what, frozen, now, isTold) => {
    const test = await saved(goodConsulting());
    test.catalogue.versions.push(frozenVersion(draft(frozen), { offerType: 'consulting-services' }));
    test.publish(publicationAt('inReview'));
    openReviewIn(test);
    const send = await reviewing(test);
    // The catalogue masks the drafts that it gives out; versions it gives as it keeps them.
    await send('PUT', offerPath, draft(maskSecrets(now)));

    const pages = await Promise.all(
      ['review', 'review/decide?decision=approve'].map((path) => send('GET', `${pagePath}/${path}`)),
    );

    for (const page of await Promise.all(pages.map((answer) => answer.text()))) {
      expect(page).toContain('Approve');
      expect(page.includes('Approving publishes version 1 as it is shown here')).toBe(isTold);
    }
  });

  it.each([
    ['of another type', goodOffer()],
    ['that does not exist', undefined],
  ])('change no draft %s', async (_name, document) => {
    const test = document === undefined ? testApp() : await saved(document);
    const send = await reviewing(test);

    const answers = [
      await send('PUT', offerPath, draft(goodConsulting())),
      await send('POST', `${pagePath}/editor`, {}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(test.catalogue.drafts.get('contoso/linux-vm')?.draft['offerTypeId']).toBe(
      document?.['offerTypeId'],
    );
  });

  it('publish nothing, and discard nothing', async () => {
    const send = await reviewing(await saved(goodConsulting()));

    const answers = [
      await send('POST', `${offerPath}/publish`, {}),
      await send('DELETE', offerPath),
      await send('POST', `${pagePath}/editor/publish`, {}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

it.each([
  ['en', ['Kind of engagement', 'Assessment', 'At a fixed price', '4000 USD']],
  ['es', ['Tipo de servicio', 'Evaluación', 'A precio fijo', '4000 USD']],
] as const)('shows on its page what it is, and nothing to deploy: %s', async (language, told) => {
  const facts = [
    { field: 'serviceType', value: 'Assessment' },
    { field: 'priceModel', value: 'fixed' },
    { field: 'amount', value: '4000 USD' },
  ];
  const content = shownPackage({ plans: [], facts });
  const { app, catalogue } = await saved(goodConsulting());
  catalogue.versions.push(frozenVersion(draft(goodConsulting()), { offerType: 'consulting-services' }));
  catalogue.packageRows = [content];
  catalogue.slotRows = [slotOf('Production')];

  const page = await (await app.request(`/marketplace/contoso/linux-vm?lang=${language}`)).text();

  for (const words of told) expect(page).toContain(words);
  expect(page).not.toMatch(/id="(?:deploy|plans)"|href="#deploy"/);
});
