import type { Role } from '../../../src/domain/access/role';
import { listedOffer } from '../../support/listed-offer';
import { now, offerPath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const exceptions = '/api/publishers/contoso/exceptions';
const asked = {
  ruleId: 'Bash History',
  offerId: 'linux-vm',
  reason: 'The vendor mends it in May.',
  until: '2027-05-01T00:00:00.000Z',
};

async function withOffer(): Promise<TestApp> {
  const test = testApp({ clock: () => now });
  await test.api('PUT', offerPath, listedOffer());
  return test;
}

async function as(test: TestApp, role: Role, body: object = asked): Promise<Response> {
  const token = await tokenFor(test, role);
  const headers = { ...bearing(token), 'Content-Type': 'application/json' };
  return test.app.request(exceptions, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('an exception', () => {
  it.each<[Role, number]>([
    ['Owner', 403],
    ['Contributor', 403],
    ['Reviewer', 201],
    ['Operator', 201],
  ])('granted by a token of role %s: %i', async (role, status) => {
    const test = await withOffer();

    const answer = await as(test, role);

    expect(answer.status).toBe(status);
    expect(test.catalogue.granted.map(({ approver }) => approver)).toEqual(
      status === 201 ? [`${role.toLowerCase()}@contoso`] : [],
    );
  });

  it('names its rule by id, says who, why and until when, and is read by all of the publisher', async () => {
    const test = await withOffer();
    await as(test, 'Reviewer');
    const owner = await tokenFor(test, 'Owner');

    const answer = await test.app.request(exceptions, { headers: bearing(owner) });

    const items = [
      {
        ...asked,
        ruleId: 'vm.guest.bash-history',
        publisherId: 'contoso',
        planId: null,
        approver: 'reviewer@contoso',
        inForce: true,
        endedAt: null,
      },
    ];
    expect(await answer.json()).toMatchObject({ items });
  });

  it('ends once, and stands in the list of all', async () => {
    const { api } = await withOffer();
    const { exceptionId } = (await (await api('POST', exceptions, asked)).json()) as {
      readonly exceptionId: string;
    };

    const ended = await api('DELETE', `${exceptions}/${exceptionId}`);
    const again = await api('DELETE', `${exceptions}/${exceptionId}`);

    expect(await ended.json()).toMatchObject({ exceptionId, inForce: false, endedAt: now.toISOString() });
    expect(again.status).toBe(200);
    expect(await (await api('GET', exceptions)).json()).toEqual({ items: [] });
    expect(await (await api('GET', `${exceptions}?all=true`)).json()).toMatchObject({
      items: [{ exceptionId }],
    });
  });

  it('of earlier days is not in force where its rule has none any more', async () => {
    const { api, catalogue } = await withOffer();
    await api('POST', exceptions, asked);
    const [granted] = catalogue.granted;
    if (granted !== undefined) catalogue.granted.splice(0, 1, { ...granted, ruleId: 'app.package.ratio' });

    const inForce = await api('GET', exceptions);
    const all = await api('GET', `${exceptions}?all=true`);

    expect(await inForce.json()).toEqual({ items: [] });
    expect(await all.json()).toMatchObject({ items: [{ ruleId: 'app.package.ratio', inForce: false }] });
  });

  it('is granted once for one Idempotency-Key', async () => {
    const { api, catalogue } = await withOffer();
    const key = { 'Idempotency-Key': 'one-intention' };

    const first = await (await api('POST', exceptions, asked, key)).json();
    const second = await (await api('POST', exceptions, asked, key)).json();

    expect(second).toEqual(first);
    expect(catalogue.granted).toHaveLength(1);
  });

  it('is granted for files of a package that are no valid JSON', async () => {
    const { api } = await withOffer();

    const granted = await api('POST', exceptions, { ...asked, ruleId: 'app.package.json' });

    expect(granted.status).toBe(201);
  });

  it('is granted for rules on listings and on addresses, and lets a draft pass', async () => {
    const { api } = await withOffer();
    await api('PUT', offerPath, listedOffer({ title: 'Contoso Linux 🚀' }), { 'If-Match': '*' });
    const emoji = async () => {
      const { findings } = (await (await api('POST', `${offerPath}/validate`)).json()) as {
        readonly findings: readonly { readonly ruleId: string; readonly severity: string }[];
      };
      return findings
        .filter(({ ruleId }) => ruleId === 'listing.title.emoji')
        .map(({ severity }) => severity);
    };
    const before = await emoji();

    const granted = await api('POST', exceptions, { ...asked, ruleId: 'listing.title.emoji' });
    const ofAddress = await api('POST', exceptions, { ...asked, ruleId: 'sas.start' });

    expect([granted.status, ofAddress.status]).toEqual([201, 201]);
    expect([before, await emoji()]).toEqual([['error'], ['warning']]);
  });

  it.each<[string, object, string]>([
    ['a rule nobody knows', { ruleId: 'no-such-rule' }, '/ruleId'],
    ['a rule on what an address answers', { ruleId: 'sas.source.not-found' }, '/ruleId'],
    ['a rule without which bytes could change', { ruleId: 'sas.permissions.no-write' }, '/ruleId'],
    ['a rule on zips that fill disks', { ruleId: 'app.package.ratio' }, '/ruleId'],
    ['a rule on names that lead out of the folder', { ruleId: 'app.package.entry-names' }, '/ruleId'],
    ['a rule on links that attack', { ruleId: 'listing.link.unsafe' }, '/ruleId'],
    ['a rule on pictures', { ruleId: 'listing.picture.whole' }, '/ruleId'],
    ['a rule on documents', { ruleId: 'offer.field-missing' }, '/ruleId'],
    ['a rule that asks for a reviewer', { ruleId: 'vm.guest.readable' }, '/ruleId'],
    ['a time that is over', { until: '2026-11-20T11:59:59.000Z' }, '/until'],
    ['a time too far', { until: '2028-11-20T12:00:00.000Z' }, '/until'],
    ['an offer there is not', { offerId: 'nothing' }, '/offerId'],
    ['a plan there is not', { planId: 'nothing' }, '/planId'],
    ['a plan without its offer', { offerId: undefined, planId: 'standard' }, '/offerId'],
  ])('is refused for %s', async (_why, change, pointer) => {
    const { api, catalogue } = await withOffer();

    const answer = await api('POST', exceptions, { ...asked, ...change });

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'ValidationFailed', errors: [{ pointer }] });
    expect(catalogue.granted).toEqual([]);
  });
});
