import { accessibilityFaults } from '../../support/html';
import { testApp } from '../../support/test-app';

const base = 'https://contoso.blob.core.windows.net/vhds/web.vhd';
const good = 'sv=2020-10-02&sr=c&sp=rl&st=2026-11-19T12%3A00%3A00Z&se=2026-12-20T12%3A00%3A00Z&sig=CANARY';

it('explains a good SAS URL without repeating its signature', async () => {
  const html = await (await testApp().browse('/docs/sas', { url: `${base}?${good}` })).text();

  expect(accessibilityFaults(html)).toEqual([]);
  expect(html).toContain('Nothing is wrong with this URL.');
  expect(html).toContain('the container');
  expect(html).toContain('read, list');
  expect(html).toContain('web.vhd');
  expect(html).not.toContain('CANARY');
});

it.each([
  ['for one blob only', good.replace('sr=c', 'sr=b'), 'sas.resource.container'],
  ['that allows writing', good.replace('sp=rl', 'sp=rwl'), 'sas.permissions.no-write'],
  ['that cannot list', good.replace('sp=rl', 'sp=r'), 'sas.permissions.read-list'],
  ['that is over', good.replace('2026-12-20', '2026-11-19'), 'sas.expiry'],
  ['that is over too soon', good.replace('2026-12-20', '2026-11-29'), 'sas.validity-window'],
  ['that begins later', good.replace('2026-11-19', '2026-11-29'), 'sas.start'],
  ['without a signature', '', 'sas.url.query'],
])('says what is wrong with a SAS URL %s, by the rule that certification has', async (_what, query, rule) => {
  const html = await (await testApp().browse('/docs/sas', { url: `${base}?${query}` })).text();

  expect(html).toContain('Certification would refuse this URL.');
  expect(html).toContain(`/docs/rules#${rule}`);
  expect(html).not.toContain('CANARY');
});

it('escapes whatever is pasted', async () => {
  const html = await (
    await testApp().browse('/docs/sas', { url: `https://x/y/<b>z</b>?sr=<i>&sp=<u>` })
  ).text();

  expect(html).not.toMatch(/<b>|<i>|<u>/);
});
