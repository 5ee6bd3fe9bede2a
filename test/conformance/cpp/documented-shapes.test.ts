import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { type Phase, phases, publicationAt, publicationId } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import {
  neverPublishedShape,
  offerShape,
  publishersShape,
  rawVersions,
  statusShape,
  submissionsShape,
  summariesShape,
} from './documented-shapes';

async function at(phase: Phase): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.versions.push(frozenVersion());
  test.publish(publicationAt(phase));
  const operation = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, actor: 'api' };
  await test.catalogue.operations.create({ ...operation, operationId: publicationId, kind: 'publish' });
  return test;
}

describe.each(phases)('in phase %s', (phase) => {
  it('the status is CPP’s, key by key, in CPP’s enumerations', async () => {
    const { api } = await at(phase);

    const answer = await api('GET', `${offerPath}/status?api-version=2017-10-31`);

    expect(statusShape.safeParse(await answer.json()).error).toBeUndefined();
  });

  it('the operation is CPP’s, as one object or as an array', async () => {
    const { api } = await at(phase);
    const address = `${offerPath}/operations/${publicationId}/?api-version=2017-10-31`;

    const one = await (await api('GET', address)).json();
    const listed = await (await api('GET', `${address}&format=array`)).json();

    expect(statusShape.safeParse(one).error).toBeUndefined();
    expect(listed).toEqual([one]);
  });

  it('the submission is CPP’s, its version a raw 64-bit number', async () => {
    const { api, catalogue } = await at(phase);
    const [row] = catalogue.operationRows;
    catalogue.operationRows.splice(0, 1, { ...row!, createdAt: '2026-11-20T12:00:00.123Z' });

    const text = await (await api('GET', `${offerPath}/submissions/?api-version=2017-10-31`)).text();

    expect(submissionsShape.safeParse(JSON.parse(text)).error).toBeUndefined();
    // As a JS number it would end in 1230048.
    expect(rawVersions(text)).toEqual(['639307728001230000']);
  });
});

describe('the rest of the answers', () => {
  it('a status before the first publication', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, listedOffer());

    const answer = await api('GET', `${offerPath}/status`);

    expect(neverPublishedShape.safeParse(await answer.json()).error).toBeUndefined();
  });

  it('an offer: the draft, a version, what stands in each slot', async () => {
    const { api, catalogue } = testApp();
    await api('PUT', offerPath, publishableOffer());
    catalogue.versions.push(frozenVersion(publishableOffer()));
    catalogue.drafts.set('contoso/linux-vm', {
      ...offerIn(catalogue),
      previewVersion: 1,
      productionVersion: 1,
    });

    const answers = await Promise.all(
      ['', '/versions/1', '/slot/Draft', '/slot/Preview', '/slot/Production'].map((part) =>
        api('GET', `${offerPath}${part}?api-version=2017-10-31`),
      ),
    );

    for (const answer of answers) {
      expect(offerShape.safeParse(await answer.json()).error).toBeUndefined();
    }
  });

  it('the lists of offers and of publishers', async () => {
    const { api } = testApp();
    await api('PUT', offerPath, listedOffer());

    const offers = await (await api('GET', '/api/publishers/contoso/offers')).json();
    const publishers = await (await api('GET', '/api/publishers')).json();

    expect(summariesShape.safeParse(offers).error).toBeUndefined();
    expect(publishersShape.safeParse(publishers).error).toBeUndefined();
    expect([offers, publishers]).toMatchObject([[{ id: 'linux-vm' }], [{ id: 'contoso' }]]);
  });
});

const offerIn = (catalogue: TestApp['catalogue']) => {
  const offer = catalogue.drafts.get('contoso/linux-vm');
  if (offer === undefined) throw new Error('the draft was not saved');
  return offer;
};
