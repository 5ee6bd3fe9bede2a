import { frozenVersion } from '../../support/listed-offer';
import { publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { pubClient } from './pub';

/** It types useful links as texts; CPP's are objects, and stay so. */
const draft = publishableOffer({ 'microsoft-azure-marketplace.usefulLinks': [] });

async function withDraft(): Promise<TestApp & { readonly pub: ReturnType<typeof pubClient> }> {
  const test = testApp();
  const pub = pubClient(test.api);
  await test.api('PUT', offerPath, draft);
  return { ...test, pub };
}

describe('the Go client, by its requests and its types', () => {
  it('lists publishers and offers', async () => {
    const { pub } = await withDraft();

    const [publishers, offers] = [await pub.publishers(), await pub.offers()];

    expect(publishers.map(({ id }) => id)).toEqual(['contoso']);
    expect(offers.map(({ id, status }) => [id, status])).toEqual([['linux-vm', 'neverPublished']]);
  });

  it('reads an offer, changes it and saves it under If-Match: *, sending its own Etag field along', async () => {
    const { pub, catalogue } = await withDraft();
    const read = await pub.show();

    const saved = await pub.put({ ...read, definition: { ...read.definition, displayText: 'Changed' } });

    expect(saved.definition.displayText).toBe('Changed');
    expect(catalogue.drafts.get('contoso/linux-vm')?.draft).not.toHaveProperty('Etag');
  });

  it('publishes, and finds the operation both at its address and by its id', async () => {
    const { pub, catalogue, publish } = await withDraft();

    const location = await pub.publish();

    const [operation] = catalogue.operationRows;
    publish({ ...publicationAt('certification'), publicationId: operation?.publicationId ?? '' });
    expect(location).toMatch(/^\/api\/publishers\/contoso\/offers\/linux-vm\/operations\/[0-9a-f-]{36}\?/);
    const found = [await pub.operationAt(location), await pub.operation(operation?.operationId ?? '')];
    expect(found[0]).toEqual(found[1]);
    expect(found[0]).toMatchObject({ status: 'running', offerVersion: 1 });
    expect((await pub.status()).status).toBe('running');
  });

  it('lists operations, all of them or those in one state', async () => {
    const { pub } = await withDraft();
    await pub.publish();

    const [all, running, failed] = [
      await pub.operations(),
      await pub.operations('running'),
      await pub.operations('failed'),
    ];

    expect([all.length, running.length, failed.length]).toEqual([1, 1, 0]);
    expect(all[0]?.version).toMatch(/^6\d{17}n$/);
  });

  it('goes live with the same metadata as it publishes with', async () => {
    const { pub, publish, client } = await withDraft();
    publish(publicationAt('signOff'));

    const location = await pub.live();

    expect(location).toContain('/operations/');
    expect(client.sent.map(({ name }) => name)).toEqual(['goLive']);
  });

  it('cancels without a body', async () => {
    const { pub, publish } = await withDraft();
    publish(publicationAt('signOff'));

    expect(await pub.cancel()).toContain('/operations/');
  });

  it('reads versions and slots', async () => {
    const { pub, catalogue } = await withDraft();
    catalogue.versions.push(frozenVersion(draft));
    const offer = catalogue.drafts.get('contoso/linux-vm')!;
    catalogue.drafts.set('contoso/linux-vm', { ...offer, previewVersion: 1 });

    const shown = [
      await pub.show('/versions/1'),
      await pub.show('/slot/Draft'),
      await pub.show('/slot/Preview'),
    ];

    expect(shown.map(({ version }) => version)).toEqual([1, 0, 1]);
    await expect(pub.show('/slot/Production')).rejects.toThrow('status: 404');
  });
});
