import { draftOf, editor, etagOf, linkTo, market, withDraft } from '../../support/editor';
import { frozenVersion } from '../../support/listed-offer';
import { publishableOffer } from '../../support/publishable-offer';
import { valueAt } from '../../../src/domain/offer/pointer';

it('names every problem beside its field and on top, starts nothing and freezes nothing', async () => {
  const test = await withDraft(
    publishableOffer({
      'microsoft-azure-marketplace.title': '',
      'microsoft-azure-marketplace.supportContactEmail': 'nobody',
    }),
  );

  const answer = await test.browse(editor, { etag: etagOf(test), do: 'publish' });
  const html = await (await test.browse(answer.headers.get('Location') ?? '')).text();

  expect(html).toContain('Not ready to publish. Problems: 2');
  expect(html).toContain(`<a href="#${market('title')}" data-place="true">`);
  expect(html).toMatch(/id="why:[^"]*title"[\s\S]*?&quot;Title&quot; is missing\./);
  expect(html).toMatch(/name="[^"]*supportContactEmail"[^>]*aria-invalid="true"/);
  expect(html).not.toContain('name="emails"');
  expect(test.client.sent).toEqual([]);
  expect(test.catalogue.operationRows).toEqual([]);
});

it('keeps the problems when they are asked for in another language', async () => {
  const test = await withDraft(publishableOffer({ 'microsoft-azure-marketplace.title': '' }));

  const html = await (await test.browse(`${editor}?publish`)).text();
  const link = linkTo('es', html);
  const other = await (await test.browse(`${editor}${link}`)).text();

  expect(other).toContain('<html lang="es">');
  expect(other).toContain('Aún no se puede publicar. Problemas: 1');
  expect(linkTo('es', await (await test.browse(editor)).text())).toBe('?lang=es');
});

it('names the problems in the order of the form', async () => {
  const plan = { planId: 'standard', virtualMachinePricingV2: { coreMultiplier: { currency: '$' } } };
  const test = await withDraft({
    publisherId: 'contoso',
    offerTypeId: 'microsoft-azure-virtualmachines',
    id: 'linux-vm',
    definition: { offer: {}, plans: [plan, {}] },
  });

  const html = await (await test.browse(`${editor}?publish`)).text();

  const inForm = [...html.matchAll(/ id="why:([^"]+)"/g)].map(([, place]) => place);
  const inSummary = [...html.matchAll(/<a href="#([^"]+)" data-place/g)].map(([, place]) => place);
  expect(inForm.length).toBeGreaterThan(30);
  expect([...new Set(inSummary)]).toEqual(inForm);
});

it.each([
  ['an offer of which nothing is filled in', { definition: { offer: {}, plans: [{}] } }],
  ['an offer without plans', { definition: { offer: {} } }],
  [
    'wrong things at every depth',
    {
      ...publishableOffer({
        'microsoft-azure-marketplace.usefulLinks': [{ linkTitle: '', linkUrl: 'ftp://x' }],
        'microsoft-azure-marketplace.allowedSubscriptions': [
          '11111111-2222-3333-4444-555555555555',
          'nobody',
        ],
        'microsoft-azure-marketplace.screenshots': ['nowhere', { url: 7 }],
        'microsoft-azure-marketplace.leadDestination': 'AzureTable',
      }),
    },
  ],
  [
    'a listing that says what it should not',
    publishableOffer({
      'microsoft-azure-marketplace.title': 'Contoso 🚀',
      'microsoft-azure-marketplace.summary': 'Coming soon, also on AWS Marketplace',
      'microsoft-azure-marketplace.description': '<p style="x">Lorem ipsum <a href="https://wiki/">x</a></p>',
      'microsoft-azure-marketplace.usefulLinks': [
        { linkTitle: 'Example', linkUrl: 'https://www.contoso.com' },
        { linkTitle: '<b>Manual</b>', linkUrl: 'http://bit.ly/3' },
      ],
      'microsoft-azure-marketplace.videos': [{ videoLink: 'https://videos.contoso.com/tour' }],
    }),
  ],
  ['a plan without a price', priced({ isByol: false, coreMultiplier: { currency: 'USD' } })],
  [
    'prices in no currency and of no machine',
    priced({ coreMultiplier: { currency: '$', individually: { '3core': 1, '1core': -1 } } }),
  ],
])('shows each problem of %s beside a place that its link leads to', async (_what, draft) => {
  const identity = { publisherId: 'contoso', offerTypeId: 'microsoft-azure-virtualmachines', id: 'linux-vm' };
  const test = await withDraft({ ...draft, ...identity });

  const html = await (await test.browse(`${editor}?publish`)).text();

  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/<a href="#([^"]+)" data-place/g)].map(([, id]) => id);
  const beside = html.match(/<p class="(?:error|warning)"><svg/g) ?? [];
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !ids.has(link))).toEqual([]);
  expect(links.filter((link) => !ids.has(`why:${link}`))).toEqual([]);
  expect(beside).toHaveLength(links.length);
});

it('folds nothing while the problems concern only the whole offer', async () => {
  const test = await withDraft();
  const draft = draftOf(test);
  test.catalogue.versions.push(frozenVersion({ ...publishableOffer(), id: 'its-former-id' }));
  if (draft) test.catalogue.drafts.set('contoso/linux-vm', { ...draft, productionVersion: 1 });

  const html = await (await test.browse(`${editor}?publish`)).text();

  const sections = html.match(/<details class="card section"[^>]*>/g) ?? [];
  expect(html).toContain('Not ready to publish. Problems: 1');
  expect(sections.length).toBeGreaterThan(3);
  expect(sections.filter((section) => !section.includes(' open'))).toEqual([]);
});

function priced(pricing: unknown): Record<string, unknown> {
  const offer = publishableOffer();
  const [plan] = valueAt(offer, '/definition/plans') as readonly object[];
  const definition = offer['definition'] as object;
  return {
    ...offer,
    definition: {
      ...definition,
      plans: [{ ...plan, virtualMachinePricing: undefined, virtualMachinePricingV2: pricing }],
    },
  };
}
