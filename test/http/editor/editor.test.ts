import { fakeUploads } from '../../fakes/fake-uploads';
import { accessibilityFaults } from '../../support/html';
import { publishableOffer } from '../../support/publishable-offer';
import { apiToken, offerPath, pagePath, sessionCookie, testApp, type TestApp } from '../../support/test-app';
import { valueAt } from '../../../src/domain/offer/pointer';
import { languages } from '../../../src/domain/text/language';

const market = (name: string): string => `/definition/offer/microsoft-azure-marketplace.${name}`;
const editor = `${pagePath}/editor`;

async function withDraft(
  draft: unknown = publishableOffer(),
  change: Parameters<typeof testApp>[0] = {},
): Promise<TestApp> {
  const test = testApp(change);
  await test.api('PUT', `${offerPath}?api-version=2017-10-31`, draft);
  return test;
}

const draftOf = ({ catalogue }: TestApp) => catalogue.drafts.get('contoso/linux-vm');
const etagOf = (test: TestApp): string => draftOf(test)?.etag ?? '';

it.each(languages)('shows the whole draft as a form that people can use (%s)', async (language) => {
  const test = await withDraft();

  const answer = await test.browse(`${editor}?publish&lang=${language}`);
  const html = await answer.text();

  expect(answer.status).toBe(200);
  expect(accessibilityFaults(html)).toEqual([]);
  expect(html).toContain('value="Contoso Linux Web Server"');
  expect(html).not.toMatch(/<script(?![^>]* src=)|style="/);
});

it.each([
  ['null', null],
  ['no parts', {}],
  ['a list', []],
  ['parts of wrong kinds', { offer: 7, plans: { one: 1 } }],
  [
    'plans that are none',
    { offer: {}, plans: [null, 7, [], { regions: 'US', restrictedAudience: [], openPorts: [null] }] },
  ],
])('shows also a draft whose definition is %s', async (_what, definition) => {
  const test = await withDraft({ ...publishableOffer(), definition });

  const answer = await test.browse(`${editor}?publish`);

  expect(answer.status).toBe(200);
  expect(accessibilityFaults(await answer.text())).toEqual([]);
});

it('saves what was changed and tells so; what was not sent stays', async () => {
  const test = await withDraft();

  const answer = await test.browse(editor, {
    etag: etagOf(test),
    do: 'save',
    [market('title')]: 'Another title',
  });

  expect(answer.headers.get('Location')).toBe(`${editor}?saved`);
  expect(draftOf(test)?.draft).toEqual(
    publishableOffer({ 'microsoft-azure-marketplace.title': 'Another title' }),
  );
  expect(await (await test.browse(`${editor}?saved`)).text()).toContain('The draft is saved.');
});

it('adds an entry and comes back to it, with everything else that was typed', async () => {
  const test = await withDraft();

  const answer = await test.browse(editor, {
    etag: etagOf(test),
    do: 'add:/definition/plans',
    [market('title')]: 'Typed before',
  });

  expect(answer.headers.get('Location')).toBe(`${editor}?saved#/definition/plans/1`);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Typed before');
  expect(await (await test.browse(editor)).text()).toContain('id="/definition/plans/1"');
});

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
  expect(test.mail.mails).toEqual([]);
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

it('asks for the address in another language, also after one that was none', async () => {
  const test = await withDraft();

  const refused = await test.browse(`${editor}/publish`, { etag: etagOf(test), emails: 'nobody' });
  const link = linkTo('es', await refused.text());
  const answer = await test.browse(`${editor}/publish${link}`);
  const Cookie = `${await sessionCookie(test.app)}; ${answer.headers.get('Set-Cookie')?.split(';')[0]}`;
  const asked = await test.app.request(answer.headers.get('Location') ?? '', { headers: { Cookie } });
  const html = await asked.text();

  expect(html).toContain('<html lang="es">');
  expect(html).toContain('name="emails"');
});

const linkTo = (language: string, html: string): string =>
  unescaped(new RegExp(`href="([^"]*)" lang="${language}"`).exec(html)?.[1] ?? '');

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

it('shows words for what is chosen, and stores the values', async () => {
  const test = await withDraft(publishableOffer({ 'microsoft-azure-marketplace.leadDestination': 'Table' }));

  const html = await (await test.browse(`${editor}?lang=es`)).text();
  const created = await (await test.browse('/publishers/contoso/offers/new')).text();

  expect(html).toContain('<option value="AzureTable">Tabla de Azure</option>');
  expect(html).toMatch(/value="Fairfax"[^>]*\/> Azure para el Gobierno de EE. UU.</);
  // What nobody has words for stays what it is.
  expect(html).toMatch(/<option value="Table" selected="">Table</);
  expect(created).toContain('<option value="microsoft-azure-virtualmachines">Virtual machine</option>');
});

it.each([
  ['Terms of use', /Required unless you use the standard contract/],
  ['Operating system', /Required, e.g. Debian, unless/],
])('says of %s when it is required', async (label, condition) => {
  const test = await withDraft();

  const html = await (await test.browse(editor)).text();

  const [, name = ''] = new RegExp(`<label for="([^"]+)">${label}</label>`).exec(html) ?? [];
  const [, help = ''] = html.split(`id="help:${name}">`);
  expect(name).not.toBe('');
  expect(help.slice(0, help.indexOf('</p>'))).toMatch(condition);
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

it('asks for the notification address when nothing is wrong, then starts and leads to Status', async () => {
  const test = await withDraft();

  const asked = await test.browse(editor, { etag: etagOf(test), do: 'publish' });
  const html = await (await test.browse(asked.headers.get('Location') ?? '')).text();
  const answer = await test.browse(`${editor}/publish`, {
    etag: etagOf(test),
    emails: 'ann@contoso.com, bob@contoso.com',
  });

  expect(html).toContain('Which e-mail address gets all notices');
  expect(answer.headers.get('Location')).toBe(`${pagePath}/status`);
  expect(test.client.sent).toEqual([
    expect.objectContaining({
      name: 'publish',
      input: expect.objectContaining({
        notificationEmails: ['ann@contoso.com', 'bob@contoso.com'],
      }) as object,
    }),
  ]);
  expect(test.catalogue.operationRows).toHaveLength(1);
});

it.each([
  ['an address that is none', { emails: 'nobody' }, 422, 'Enter 1 to 20 e-mail addresses'],
  [
    'a draft that changed since it was checked',
    { emails: 'ann@contoso.com', etag: 'W/"older"' },
    409,
    'Somebody else changed',
  ],
])('starts nothing with %s', async (_what, fields, status, text) => {
  const test = await withDraft();

  const answer = await test.browse(`${editor}/publish`, { etag: etagOf(test), ...fields });

  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(text);
  expect(test.client.sent).toEqual([]);
});

it('shows a conflict field by field, saves nothing before the choice, and then exactly the choice', async () => {
  const test = await withDraft();
  const [etag, base] = [etagOf(test), JSON.stringify(draftOf(test)?.draft)];
  await test.browse(editor, {
    etag,
    do: 'save',
    [market('title')]: 'Theirs',
    [market('summary')]: 'Their summary',
  });
  const theirs = draftOf(test)?.draft;

  const conflict = await test.browse(editor, {
    etag,
    base,
    do: 'publish',
    [market('title')]: 'Mine',
    [market('longSummary')]: 'Only mine',
  });
  const html = await conflict.text();
  const unsaved = draftOf(test)?.draft;
  const hidden = (name: string): string =>
    unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
  await test.browse(`${editor}/conflict`, {
    etag: hidden('etag'),
    theirs: hidden('theirs'),
    mine: hidden('mine'),
    do: 'save',
    [`choice:${market('title')}`]: 'theirs',
    [`choice:${market('summary')}`]: 'theirs',
    [`choice:${market('longSummary')}`]: 'mine',
  });

  expect(conflict.status).toBe(409);
  expect(accessibilityFaults(html)).toEqual([]);
  expect(unsaved).toEqual(theirs);
  // Who alone changed a field is chosen already; of what both changed, the sender's own.
  expect(html).toMatch(/name="choice:[^"]*longSummary" value="mine" checked/);
  expect(html).toMatch(/name="choice:[^"]*\.summary" value="theirs" checked/);
  expect(html).toMatch(/Changed by both/);
  expect(draftOf(test)?.draft).toEqual(
    publishableOffer({
      'microsoft-azure-marketplace.title': 'Theirs',
      'microsoft-azure-marketplace.summary': 'Their summary',
      'microsoft-azure-marketplace.longSummary': 'Only mine',
    }),
  );
});

it('asks once more when the draft changes while somebody chooses', async () => {
  const test = await withDraft();
  const seen = JSON.stringify(draftOf(test)?.draft);
  const mine = JSON.stringify(publishableOffer({ 'microsoft-azure-marketplace.title': 'Mine' }));
  const etag = etagOf(test);
  await test.browse(editor, { etag, do: 'save', [market('summary')]: 'Newer' });

  const answer = await test.browse(`${editor}/conflict`, { etag, theirs: seen, mine, do: 'allMine' });

  expect(answer.status).toBe(409);
  expect(valueAt(draftOf(test)?.draft, market('summary'))).toBe('Newer');
  expect(await answer.text()).toMatch(/name="choice:[^"]*\.summary" value="theirs" checked/);
});

it('takes files along with the form, and saves the rest when one of them is refused', async () => {
  const uploads = fakeUploads();
  const test = await withDraft(publishableOffer(), { uploads });
  const vhd = '/definition/plans/0/microsoft-azure-virtualmachines.vmImages/1.0.0/osVhdUrl';
  const form = new FormData();
  form.append('etag', etagOf(test));
  form.append(vhd, 'typed, but the file counts');
  form.append(`file:disk:${vhd}`, new File(['disk'.repeat(100_000)], 'My Disk (1).vhd'));
  form.append(`file:logo:${market('smallLogo')}`, new File(['<svg/>'], 'logo.png'));
  form.append(`file:logo:${market('mediumLogo')}`, new File([], ''));
  form.append(market('title'), 'Sent after the files');

  const answer = await send(test, form);
  const html = await answer.text();

  expect(answer.status).toBe(422);
  expect(html).toContain('logo.png was not uploaded: it is no PNG or JPEG picture.');
  expect(uploads.stored.map(({ upload }) => [upload.kind, upload.name, upload.publisherId])).toEqual([
    ['disk', 'My-Disk-1.vhd', 'contoso'],
  ]);
  expect(valueAt(draftOf(test)?.draft, vhd)).toMatch(/^https:.*My-Disk-1-[0-9a-f]{16}\.vhd\?/);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Sent after the files');
  expect(valueAt(draftOf(test)?.draft, market('smallLogo'))).toBe('https://pictures.contoso.com/small.png');
});

it('saves the form although the storage for uploads is away', async () => {
  const uploads = { ...fakeUploads(), store: async () => Promise.reject(new Error('storage is away')) };
  const test = await withDraft(publishableOffer(), { uploads });
  const form = new FormData();
  form.append('etag', etagOf(test));
  form.append(`file:logo:${market('smallLogo')}`, new File(['x'.repeat(300_000)], 'logo.png'));
  form.append(market('title'), 'Kept');

  const answer = await send(test, form);

  expect(await answer.text()).toContain('The upload failed.');
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Kept');
});

it.each([
  ['no form at all', 'text/plain', 'x'],
  [
    'a form without its end',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="etag"\r\n\r\nW',
  ],
  ['more text than a form can have', 'application/x-www-form-urlencoded', `a=${'x'.repeat(9 * 1024 * 1024)}`],
])('saves nothing of %s, and says so', async (_what, type, body) => {
  const test = await withDraft();
  const before = etagOf(test);

  const answer = await send(test, body, { 'Content-Type': type });

  expect(answer.status).toBe(413);
  expect(etagOf(test)).toBe(before);
});

it('saves no draft that the API would not take back', async () => {
  const test = await withDraft();
  const before = etagOf(test);

  const answer = await test.browse(editor, {
    etag: before,
    [market('description')]: 'x'.repeat(1024 * 1024),
  });

  expect(answer.status).toBe(413);
  expect(etagOf(test)).toBe(before);
});

it('says that there is nothing when the offer was discarded meanwhile', async () => {
  const test = await withDraft();
  const etag = etagOf(test);
  const { offers } = test.catalogue;
  offers.saveDraft = async () => {
    test.catalogue.drafts.clear();
    return { kind: 'conflict', etag: '' };
  };

  const answer = await test.browse(editor, { etag, [market('title')]: 'Too late' });

  expect(answer.status).toBe(404);
});

it('takes no form from another site, and none from a token that may only read', async () => {
  const test = await withDraft();
  const Cookie = await sessionCookie(test.app);
  const body = new URLSearchParams({ etag: etagOf(test), [market('title')]: 'Evil' });

  const foreign = await test.app.request(editor, {
    method: 'POST',
    headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' },
    body,
  });
  const nobody = await test.app.request(editor, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body,
  });

  expect([foreign.status, nobody.status]).toEqual([403, 401]);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Contoso Linux Web Server');
});

it('makes a new offer with everything to fill in, once', async () => {
  const test = await withDraft();
  const fields = { offerType: 'microsoft-azure-virtualmachines', offerId: 'web', displayText: 'Web' };

  const made = await test.browse('/publishers/contoso/offers/new', fields);
  const again = await test.browse('/publishers/contoso/offers/new', fields);
  const bad = await test.browse('/publishers/contoso/offers/new', { ...fields, offerId: 'Not An Id' });

  expect(made.headers.get('Location')).toBe('/publishers/contoso/offers/web/editor');
  expect(test.catalogue.drafts.get('contoso/web')?.draft).toMatchObject({
    id: 'web',
    definition: { displayText: 'Web' },
  });
  expect([again.status, bad.status]).toEqual([409, 422]);
  expect(accessibilityFaults(await bad.text())).toEqual([]);
});

async function send(
  { app }: TestApp,
  body: FormData | string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const Cookie = await sessionCookie(app);
  return app.request(editor, {
    method: 'POST',
    headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', ...headers },
    body,
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

it('never shows the token of the installation', async () => {
  const test = await withDraft();

  expect(await (await test.browse(editor)).text()).not.toContain(apiToken);
});
