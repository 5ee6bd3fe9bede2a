import { accessibilityFaults } from '../../support/html';
import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

async function withLive(draft = listedOffer()): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, draft);
  test.catalogue.versions.push(frozenVersion());
  const record = test.catalogue.drafts.get('contoso/linux-vm')!;
  test.catalogue.drafts.set('contoso/linux-vm', { ...record, productionVersion: 1 });
  return test;
}

it.each(['en', 'es', 'ru', 'zh'])(
  'shows each changed field with both values, side by side (%s)',
  async (lang) => {
    const { browse } = await withLive(listedOffer({ title: 'Contoso <b>Linux</b> 2' }));

    const html = await (await browse(`${pagePath}/compare?from=Production&to=Draft&lang=${lang}`)).text();

    expect(accessibilityFaults(html)).toEqual([]);
    expect(html).toContain('<del>Contoso Linux</del>');
    expect(html).toContain('<ins>Contoso &lt;b&gt;Linux&lt;/b&gt; 2</ins>');
  },
);

it('compares what is live with the draft unless asked for something else', async () => {
  const { browse } = await withLive();

  const html = await (await browse(`${pagePath}/compare`)).text();

  expect(html).toContain('<option value="Production" selected="">Production (version 1)</option>');
  expect(html).toContain('There is no difference.');
});

it('says where nothing stands', async () => {
  const { browse } = await withLive();

  const html = await (await browse(`${pagePath}/compare?from=Draft&to=Preview`)).text();

  expect(html).toContain('Preview is empty: nothing has been published there yet.');
});

it('takes an unknown slot for none', async () => {
  const { browse } = await withLive();

  expect((await browse(`${pagePath}/compare?from=../../x&to=Draft`)).status).toBe(200);
});
