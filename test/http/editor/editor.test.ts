import { editor, withDraft } from '../../support/editor';
import { accessibilityFaults } from '../../support/html';
import { publishableOffer } from '../../support/publishable-offer';
import { apiToken } from '../../support/test-app';
import { languages } from '../../../src/domain/text/language';

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

it('never shows the token of the installation', async () => {
  const test = await withDraft();

  expect(await (await test.browse(editor)).text()).not.toContain(apiToken);
});
