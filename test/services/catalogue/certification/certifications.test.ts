import { randomUUID } from 'node:crypto';
import type { CertifiedPart } from '../../../../src/domain/certification/report/certified-part';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { signedReport } from '../../../support/signed-report';
import { draft, offer, openSample } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const part = (name: string, certifiedAt: string): CertifiedPart => {
  const { tests: _tests, findings: _findings, ...input } = signedReport().report.inputs[0]!;
  return { ...input, tests: [], findings: [], name, certifiedAt };
};

describe('certifications', () => {
  it('keep the newest part of each name, and tell all of the publication', async () => {
    const { certifications } = fresh.catalogue;
    await certifications.addPart('p1', part('offer', '2026-03-02T00:00:00.000Z'));
    await certifications.addPart('p2', part('offer', '2026-03-02T00:00:00.000Z'));

    const late = await certifications.addPart('p1', part('offer', '2026-03-01T00:00:00.000Z'));
    const both = await certifications.addPart('p1', part('a/os', '2026-03-02T00:00:00.000Z'));

    expect(late).toEqual([part('offer', '2026-03-02T00:00:00.000Z')]);
    expect(both.map(({ name }) => name)).toEqual(['a/os', 'offer']);
  });

  it('let at least one of two that end together see both', async () => {
    const { certifications } = fresh.catalogue;

    for (const id of ['p1', 'p2', 'p3', 'p4', 'p5']) {
      const seen = await Promise.all(
        ['a/os', 'a/lun0'].map((name) => certifications.addPart(id, part(name, '2026-03-02T00:00:00.000Z'))),
      );
      expect(Math.max(...seen.map((parts) => parts.length))).toBe(2);
    }
  });

  it('have one report a publication, the newest, however often it is saved', async () => {
    const { certifications } = fresh.catalogue;
    const { record } = signedReport();
    await certifications.save(record);
    await certifications.save(record);
    await certifications.save({ ...record, digest: 'newer', at: '2026-12-01T00:00:00.000Z' });
    await certifications.save({ ...record, digest: 'older', at: '2026-11-30T00:00:00.000Z' });

    expect(await certifications.find(record.publicationId)).toEqual({
      ...record,
      digest: 'newer',
      at: '2026-12-01T00:00:00.000Z',
    });
    expect(await certifications.find('nothing')).toBeUndefined();
    expect(await Promise.all(['newer', record.digest].map(certifications.isReport))).toEqual([true, false]);
  });
});

it('pages through what is live, by publisher and offer', async () => {
  const { catalogue } = fresh;
  for (const offerId of ['b', 'a', 'c']) {
    const of = { ...offer, offerId };
    await openSample(catalogue, `p-${offerId}`, { of });
    const content = { offerVersion: 1, packageDigest: `d-${offerId}`, publicationId: `p-${offerId}` };
    await catalogue.offers.setPreview(of, content);
    if (offerId !== 'c')
      await catalogue.offers.flipToProduction(of, content.publicationId, content.packageDigest);
  }
  const { liveOffers } = catalogue;

  const first = await liveOffers.page({ after: undefined, limit: 1 });
  const second = await liveOffers.page({ after: first[0], limit: 5 });

  expect(await liveOffers.count()).toBe(2);
  expect([first, second]).toEqual([
    [{ ...offer, offerId: 'a', offerVersion: 1, publicationId: 'p-a' }],
    [{ ...offer, offerId: 'b', offerVersion: 1, publicationId: 'p-b' }],
  ]);
});

describe('exceptions', () => {
  const exceptionId = '0b54a6f2-6c2c-4c8e-8a0e-3f5b8f6a1d11';
  const wide = {
    exceptionId,
    publisherId: 'contoso',
    offerId: null,
    planId: null,
    ruleId: 'vm.guest.bash-history',
    reason: 'Cured in May.',
    until: '2999-05-01T00:00:00.000Z',
  };
  const here = { ...offer, planId: 'small' };
  const now = new Date();

  it('are granted once, and count until they end', async () => {
    const { exceptions } = fresh.catalogue;
    const granted = await exceptions.grant(wide, 'rita@*');
    const again = await exceptions.grant({ ...wide, reason: 'Other.' }, 'bob@*');

    expect(again).toEqual(granted);
    expect(granted).toMatchObject({ ...wide, approver: 'rita@*', endedAt: null, endedBy: null });
    expect(await exceptions.inForce(here, now)).toEqual([granted]);
    expect(await exceptions.inForce(here, new Date(wide.until))).toEqual([]);

    const ended = await exceptions.end(wide, 'bob@*');

    expect(ended).toMatchObject({ exceptionId, endedBy: 'bob@*' });
    expect(await exceptions.end(wide, 'ann@*')).toEqual(ended);
    expect(await exceptions.inForce(here, now)).toEqual([]);
    expect(await exceptions.list({ publisherId: 'contoso' })).toEqual([ended]);
    expect(await exceptions.list({ publisherId: 'contoso', inForceAt: now })).toEqual([]);
    expect(await exceptions.end({ ...wide, publisherId: 'fabrikam' }, 'bob@*')).toBeUndefined();
  });

  it.each<[string, object, boolean]>([
    ['its offer', { offerId: offer.offerId }, true],
    ['another offer', { offerId: 'other' }, false],
    ['its plan', { offerId: offer.offerId, planId: 'small' }, true],
    ['another plan', { offerId: offer.offerId, planId: 'big' }, false],
    ['another publisher', { publisherId: 'fabrikam' }, false],
  ])('for %s: %j counts: %s', async (_scope, scope, counts) => {
    const { exceptions } = fresh.catalogue;
    await exceptions.grant({ ...wide, ...scope }, 'rita@*');

    expect(await exceptions.inForce(here, now)).toHaveLength(counts ? 1 : 0);
  });

  it('count for an offer as a whole whatever their plan, each of them', async () => {
    const { exceptions } = fresh.catalogue;
    const scopes = [{}, { offerId: offer.offerId, planId: 'big' }, { offerId: 'other' }];
    for (const scope of scopes) {
      await exceptions.grant({ ...wide, ...scope, exceptionId: randomUUID() }, 'rita@*');
    }

    const found = await exceptions.inForce({ ...offer, planId: null }, now);

    expect(found).toHaveLength(2);
    expect(found.map(({ planId }) => planId)).toEqual(expect.arrayContaining(['big', null]));
  });

  it('stand in the history of every offer they are about, with who', async () => {
    const { exceptions, history, offers } = fresh.catalogue;
    await offers.saveDraft(offer, draft(), { actor: 'ann' });
    await offers.saveDraft({ ...offer, offerId: 'other' }, draft(), { actor: 'ann' });
    await exceptions.grant(wide, 'rita@*');
    await exceptions.end(wide, 'bob@*');

    for (const offerId of [offer.offerId, 'other']) {
      const events = await history.page({ ...offer, offerId }, { limit: 2 });
      expect(events.map(({ kind, actor, payload }) => [kind, actor, payload['reason']])).toEqual([
        ['exceptionEnded', 'bob@*', wide.reason],
        ['exceptionGranted', 'rita@*', wide.reason],
      ]);
    }
  });
});
