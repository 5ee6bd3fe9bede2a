import { Client } from 'pg';
import { openCatalogue } from '../../../../src/services/catalogue/catalogue';
import type { StoredSupport, SupportRequest } from '../../../../src/services/ports';
import { databasePatience, type FreshCatalogue, freshCatalogue } from '../../../support/fresh-catalogue';
import { offer } from '../sample';

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

function storedIn(answer: StoredSupport): SupportRequest {
  if (answer.kind !== 'stored') throw new Error(`Not stored: ${answer.kind}`);
  return answer.request;
}

it('gives each support request a case number to find it by', async () => {
  const { supportRequests } = fresh.catalogue;
  const create = async () => storedIn(await supportRequests.create(request, { actor: 'alice', readers }));

  const [first, second] = [await create(), await create()];

  expect([first.caseNumber, second.caseNumber]).toEqual(['CASE-000001', 'CASE-000002']);
  expect(await supportRequests.find('CASE-000002')).toEqual({ ...second, text: 'Why\uFFFD?' });
  expect(await supportRequests.find('CASE-000003')).toBeUndefined();
  expect(await supportRequests.find(`' or 1=1`)).toBeUndefined();
});

it('keeps a mail to each reader until it went out or was refused for good', async () => {
  const { supportRequests } = fresh.catalogue;
  const stored = storedIn(await supportRequests.create(request, { actor: 'alice', readers }));

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

it('takes five an hour by one actor about one offer, although they come to two processes at once', async () => {
  const second = await openCatalogue({ ...fresh, patience: databasePatience });
  const ask = ({ supportRequests }: Pick<typeof second, 'supportRequests'>) =>
    supportRequests.create(request, { actor: 'mallory', readers });
  try {
    const answers = await Promise.all([0, 1, 2, 3].flatMap(() => [ask(fresh.catalogue), ask(second)]));

    const refused = answers.filter((answer) => answer.kind === 'tooMany');
    expect(refused).toHaveLength(3);
    for (const { waitSeconds } of refused) {
      expect(waitSeconds).toBeGreaterThan(3500);
      expect(waitSeconds).toBeLessThanOrEqual(3600);
    }
    expect(await second.supportRequests.listOf(offer)).toHaveLength(5);
    expect(await second.supportRequests.unsentMails()).toHaveLength(10);
  } finally {
    await second.close();
  }
});

it('counts neither other actors, nor other offers, nor what is older than an hour', async () => {
  const { supportRequests } = fresh.catalogue;
  const client = new Client({ connectionString: fresh.databaseUrl });
  await client.connect();
  await client.query(
    `insert into event (publisher_id, offer_id, kind, actor, payload, at)
     select $1, $2, 'supportRequested', 'alice', '{}', now() - interval '61 minutes' from generate_series(1, 5)`,
    [offer.publisherId, offer.offerId],
  );
  await client.end();
  for (let count = 0; count < 5; count += 1)
    storedIn(await supportRequests.create(request, { actor: 'alice', readers: [] }));

  const again = await supportRequests.create(request, { actor: 'alice', readers: [] });
  const byBob = await supportRequests.create(request, { actor: 'bob', readers: [] });
  const elsewhere = { ...request, offerId: 'another' };
  const aboutAnother = await supportRequests.create(elsewhere, { actor: 'alice', readers: [] });

  expect([again.kind, byBob.kind, aboutAnother.kind]).toEqual(['tooMany', 'stored', 'stored']);
});
