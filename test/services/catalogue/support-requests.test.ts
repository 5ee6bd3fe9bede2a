import { type FreshCatalogue, freshCatalogue } from '../../support/fresh-catalogue';
import { offer } from './sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const request = {
  ...offer,
  publicationId: null,
  step: 'displaycertify',
  contactEmail: 'alice@contoso.example',
  text: 'Why\0?',
  findings: [{ ruleId: 'vhd.fixed', severity: 'error', params: {}, target: {} } as const],
};
const readers = [
  { to: 'support@offers.example', language: 'en' },
  { to: 'alice@contoso.example', language: 'zh' },
] as const;

it('gives each support request a case number to find it by', async () => {
  const { supportRequests } = fresh.catalogue;
  const create = () => supportRequests.create(request, { actor: 'alice', readers });

  const [first, second] = [await create(), await create()];

  expect([first.caseNumber, second.caseNumber]).toEqual(['CASE-000001', 'CASE-000002']);
  expect(await supportRequests.find('CASE-000002')).toEqual({ ...second, text: 'Why\uFFFD?' });
  expect(await supportRequests.find('CASE-000003')).toBeUndefined();
  expect(await supportRequests.find(`' or 1=1`)).toBeUndefined();
});

it('keeps a mail to each reader until it went out or was refused for good', async () => {
  const { supportRequests } = fresh.catalogue;
  const stored = await supportRequests.create(request, { actor: 'alice', readers });

  const before = await supportRequests.unsentMails();
  await supportRequests.settleMail({ number: 1, request: stored });
  const between = await supportRequests.unsentMails();
  await supportRequests.settleMail({ number: 2, request: stored }, '550 no such mailbox');
  const after = await supportRequests.unsentMails();

  expect(before).toEqual([
    { number: 1, to: 'support@offers.example', language: 'en', request: stored },
    { number: 2, to: 'alice@contoso.example', language: 'zh', request: stored },
  ]);
  expect(between.map(({ number }) => number)).toEqual([2]);
  expect(after).toEqual([]);
});
