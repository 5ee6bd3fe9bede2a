import { ruleSetVersionOf } from '../../../src/domain/certification/rule-set-version';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { offerRuleSet } from '../../../src/domain/offer/validate-offer';
import type { Artefact } from '../../../src/domain/replication/artefact';
import { goodConsulting } from '../../domain/offer/good-consulting';
import { imageFacts } from '../../support/image-facts';
import { linuxGuest } from '../../support/linux-guest';
import { frozenVersion, listedOffer } from '../../support/listed-offer';
import { slotOf } from '../../support/shown-package';
import { now, testApp, testSettings, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const swap = {
  number: 2,
  type: '82',
  role: 'swap',
  firstSector: 4096,
  sectors: 1000,
  holds: 'swap',
} as const;
const disks = ['standard/1.0.0/os', 'standard/1.0.0/lun0', 'internal/1.0.0/os'];

/** In which no rule finds anything. */
function document(fields: Readonly<Record<string, unknown>> = {}): OfferDocument {
  const offer = listedOffer(fields);
  const { plans, ...definition } = offer['definition'] as { readonly plans: readonly object[] };
  const osType = { 'microsoft-azure-virtualmachines.osType': 'Linux' };
  return { ...offer, definition: { ...definition, plans: plans.map((plan) => ({ ...plan, ...osType })) } };
}

/** Contoso's live offer, whose disks are known by these facts. */
function live(
  facts: Readonly<Record<string, Artefact['facts']>> = {},
  trustedOrigins = testSettings.trustedOrigins,
): TestApp {
  const test = testApp({ clock: () => now, settings: { ...testSettings, trustedOrigins } });
  const { catalogue } = test;
  catalogue.versions.push(frozenVersion(document()));
  catalogue.slotRows = [slotOf('Production')];
  catalogue.reportRows = [
    {
      reportId: 'report-1',
      subject: 'any',
      ruleSetVersion: 'older rules',
      verdict: 'passed',
      findings: [],
      createdAt: '2026-01-01T00:00:00.000Z',
      validUntil: '2026-04-01T00:00:00.000Z',
    },
  ];
  for (const artefactId of disks) {
    const digest = `digest of ${artefactId}`;
    catalogue.bound.push({ artefactId, digest, reportId: 'report-1' });
    catalogue.artefactRows.push({
      digest,
      bytes: 1024,
      medium: 'pageBlob',
      contentType: 'application/octet-stream',
      ranges: [],
      facts: facts[artefactId] ?? { image: imageFacts(), guest: linuxGuest() },
    });
  }
  return test;
}

type Answer = {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly {
    readonly verdict: string;
    readonly findings: readonly { readonly ruleId: string; readonly target: { readonly plan?: string } }[];
    readonly notJudged: readonly string[];
    readonly rulesNotRun: readonly string[];
  }[];
};

const ask = async ({ api }: TestApp): Promise<Answer> =>
  (await (await api('GET', '/api/recertification')).json()) as Answer;

describe('what today’s rules would say of live offers', () => {
  it('is that they pass, under the rules there are', async () => {
    const answer = await ask(live());

    expect(answer).toMatchObject({
      total: 1,
      next: null,
      items: [
        {
          publisherId: 'contoso',
          offerId: 'linux-vm',
          offerVersion: 1,
          verdict: 'passed',
          certifiedUnder: ['older rules'],
          rulesNow: [ruleSetVersionOf('dataDisk'), ruleSetVersionOf('linuxOsDisk'), offerRuleSet],
          findings: [],
          judged: ['offer', ...disks],
          notJudged: [],
        },
      ],
    });
  });

  it('names what a disk would fail for, and its plan', async () => {
    const test = live({
      'internal/1.0.0/os': { image: imageFacts({ partitions: [swap] }), guest: linuxGuest() },
    });
    const before = JSON.stringify(test.catalogue.artefactRows);

    const { items } = await ask(test);

    expect(items[0]?.verdict).toBe('failed');
    expect(items[0]?.findings.map(({ ruleId, target }) => [ruleId, target.plan])).toContainEqual([
      'vm.partition.swap',
      'internal',
    ]);
    expect(JSON.stringify(test.catalogue.artefactRows)).toBe(before);
  });

  it('lets pass what is excepted', async () => {
    const test = live({
      'internal/1.0.0/os': {
        image: imageFacts(),
        guest: linuxGuest({ histories: [{ path: '/root/.bash_history', bytes: 9999 }] }),
      },
    });
    const strict = await ask(test);
    await test.catalogue.exceptions.grant(
      {
        exceptionId: 'e-1',
        publisherId: 'contoso',
        offerId: null,
        planId: null,
        ruleId: 'vm.guest.bash-history',
        reason: 'In May.',
        until: '2027-05-01T00:00:00.000Z',
      },
      'rita@*',
    );

    const lenient = await ask(test);

    expect([strict, lenient].map(({ items }) => items[0]?.verdict)).toEqual(['failed', 'passed']);
  });

  it.each<[string, Artefact['facts']]>([
    ['facts of an older inspection', { image: { revision: 1 }, guest: linuxGuest() }],
    ['an image nobody looked inside', { image: imageFacts() }],
  ])('is not a pass for %s', async (_what, facts) => {
    const { items } = await ask(live({ 'standard/1.0.0/os': facts }));

    expect(items).toMatchObject([{ verdict: 'notJudged', notJudged: ['standard/1.0.0/os'] }]);
  });

  it('is what the rules on documents find, too', async () => {
    const test = live();
    test.catalogue.versions.splice(0, 1, frozenVersion(document({ title: 'Contoso 🚀' })));

    const { items } = await ask(test);

    expect(items[0]?.verdict).toBe('failed');
    expect(items[0]?.findings.map(({ ruleId }) => ruleId)).toEqual(['listing.title.emoji']);
  });

  it('is not that an address is wrong which this installation lets pass', async () => {
    const own = frozenVersion(document({ smallLogo: 'http://127.0.0.1:10000/pictures/40.png' }));
    const trusting = live({}, ['http://127.0.0.1:10000']);
    const strict = live();
    for (const { catalogue } of [trusting, strict]) catalogue.versions.splice(0, 1, own);

    const answers = [await ask(trusting), await ask(strict)];

    expect(answers.map(({ items }) => items[0]?.findings.map(({ ruleId }) => ruleId))).toEqual([
      [],
      ['offer.url-not-https'],
    ]);
  });

  it('rests on the document alone where there is nothing else', async () => {
    const test = live();
    test.catalogue.versions.splice(0, 1, frozenVersion(goodConsulting()));

    const { items } = await ask(test);

    expect(items).toMatchObject([
      { judged: ['offer'], notJudged: [], rulesNow: [offerRuleSet], verdict: 'passed' },
    ]);
  });

  it('names the rules that it did not try', async () => {
    const { items } = await ask(live());

    expect(items[0]?.rulesNotRun).toEqual(
      expect.arrayContaining([
        'sas.expiry',
        'offer.secret-missing',
        'offer.price-raised',
        'listing.link.dead',
      ]),
    );
  });

  it('is nothing, and no pass, where nothing of the live version is kept', async () => {
    const test = live();
    test.catalogue.versions.splice(0, 1);

    const { items } = await ask(test);

    expect(items).toMatchObject([{ verdict: 'nothingToJudge', judged: [], rulesNow: [], findings: [] }]);
  });

  it('is for operators of the whole installation', async () => {
    const test = live();
    const operator = await tokenFor(test, 'Operator');

    const answer = await test.app.request('/api/recertification', { headers: bearing(operator) });

    expect(answer.status).toBe(403);
  });

  it('wants a cursor of its own', async () => {
    const { api } = live();

    expect((await api('GET', '/api/recertification?cursor=x')).status).toBe(400);
    expect(await (await api('GET', '/api/recertification?cursor=contoso/linux-vm')).json()).toMatchObject({
      items: [],
    });
  });
});
