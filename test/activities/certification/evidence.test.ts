import { createHash } from 'node:crypto';
import { keepApproval, keepEvidence } from '../../../src/activities/certification/evidence';
import type { CertifiedPart } from '../../../src/domain/certification/report/certified-part';
import { checkReport, openReport } from '../../../src/domain/certification/report/verify-report';
import { digests } from '../../../src/services/digests';
import type { NewReview, ReviewItem } from '../../../src/services/ports';
import { createSigner } from '../../../src/services/signing/signer';
import { fakeCertifications } from '../../fakes/fake-certifications';
import { fakeReviews, reviewItem } from '../../fakes/fake-reviews';
import { fakeStaging } from '../../fakes/fake-staging';
import { newSigningKey } from '../../support/signing-key';

const publication = { publicationId: 'pub-1', publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 3 };
const image = {
  osVhdUrl: 'https://contoso.blob.core.windows.net/vhds/os.vhd',
  lunVhdDetails: [{ lun: 0, vhdUrl: 'https://contoso.blob.core.windows.net/vhds/data.vhd' }],
};
const document = {
  definition: {
    plans: [{ planId: 'small', 'microsoft-azure-virtualmachines.vmImages': { '1.0.0': image } }],
  },
};

const certifiedAt = '2026-03-01T00:00:00.000Z';
const later = '2026-03-09T00:00:00.000Z';
const unread = { ruleId: 'vm.guest.readable', severity: 'reviewRequired', params: {}, target: {} } as const;
/** What makes of a part one that waits for a reviewer. */
const undecided: Partial<CertifiedPart> = {
  verdict: 'reviewRequired',
  reportId: 'report of the disk',
  findings: [unread, { ...unread, ruleId: 'vm.guest.bash-history', severity: 'warning' }],
};
const approved: Partial<ReviewItem> = {
  step: 'certification',
  reportIds: ['report of the disk'],
  decision: 'approve',
  decidedBy: 'rita',
  decidedAt: '2026-03-03T00:00:00.000Z',
};

const newReview: NewReview = {
  ...publication,
  step: 'certification',
  offerType: 'microsoft-azure-virtualmachines',
  title: 'Linux VM',
  packageDigest: null,
  reportIds: [],
  changes: [],
  signedOffBy: [],
  board: 'own',
  dueAt: '2026-12-01T00:00:00.000Z',
  askedAt: '2026-11-01T00:00:00.000Z',
};

function part(name: string, overrides: Partial<CertifiedPart> = {}): CertifiedPart {
  return {
    name,
    role: name === 'offer' ? 'offerDocument' : 'linuxOsDisk',
    plan: name === 'offer' ? null : 'small',
    sha256: createHash('sha256').update(name).digest('hex'),
    bytes: 512,
    ruleSet: 'rules/1',
    verdict: 'passed',
    certifiedAt,
    judgedAt: certifiedAt,
    validUntil: name === 'offer' ? null : '2026-05-30T00:00:00.000Z',
    tests: [{ ruleId: 'vm.disk.footer-type', aliases: [], result: 'pass' }],
    findings: [],
    ...overrides,
  };
}

function setUp() {
  const catalogue = fakeCertifications();
  const staging = fakeStaging();
  const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
  const reviews = fakeReviews();
  const { certifications } = catalogue;
  const roles = { certifications, reviews, staging, signer, digests };
  const keep = (each: CertifiedPart): Promise<void> =>
    keepEvidence(roles, publication, { part: each, version: { document } });
  const keepAll = async (os: Partial<CertifiedPart> = {}): Promise<void> => {
    await keep(part('offer'));
    await keep(part('small/1.0.0/os', os));
    await keep(part('small/1.0.0/lun0'));
  };
  const approve = (): Promise<void> => keepApproval(roles, publication.publicationId);
  const check = (text: string) => {
    const sealed = openReport(text);
    if (sealed.kind === 'malformed') return sealed;
    return checkReport(
      sealed,
      (bytes, signature) => {
        const { keyId } = signer;
        const value = Buffer.from(signature).toString('base64');
        return signer.verify(bytes, { keyId, value }) ? keyId : undefined;
      },
      new Date('2026-04-01T00:00:00Z'),
    );
  };
  const reportNow = (): unknown => {
    const digest = catalogue.signedReports.get('pub-1')?.digest;
    const checked = check(staging.blobs.get(`reports/${digest}`)?.content.toString() ?? '');
    return checked.kind === 'genuine' ? checked.report : checked;
  };
  return { ...catalogue, reviews, staging, keep, keepAll, approve, reportNow, check };
}

describe('the evidence of a publication', () => {
  it('is one signed report over document and disks, stored under its digest once the last of them is judged', async () => {
    const { keep, signedReports, staging, check } = setUp();
    await keep(part('offer'));
    await keep(part('small/1.0.0/lun0'));
    expect([staging.writes, signedReports.size]).toEqual([[], 0]);

    await keep(part('small/1.0.0/os', { certifiedAt: '2026-03-02T00:00:00.000Z' }));

    const record = signedReports.get('pub-1');
    const name = `reports/${record?.digest}`;
    const stored = staging.blobs.get(name)?.content ?? Buffer.from('');
    expect(staging.writes).toEqual([name]);
    expect(createHash('sha256').update(stored).digest('hex')).toBe(record?.digest);
    expect(record).toMatchObject({
      ...publication,
      bytes: stored.length,
      at: '2026-03-02T00:00:00.000Z',
      verdict: 'passed',
      validUntil: '2026-05-30T00:00:00.000Z',
      ruleSets: ['rules/1'],
      exceptions: [],
    });
    expect(check(stored.toString())).toMatchObject({
      kind: 'genuine',
      isExpired: false,
      report: {
        ...publication,
        inputs: [
          { name: 'offer', role: 'offerDocument', plan: null },
          { name: 'small/1.0.0/lun0', plan: 'small', bytes: 512 },
          { name: 'small/1.0.0/os', tests: [{ ruleId: 'vm.disk.footer-type', result: 'pass' }] },
        ],
      },
    });
  });

  it('stays the same report when an activity runs twice', async () => {
    const { keepAll, signedReports, staging } = setUp();
    await keepAll();
    const first = signedReports.get('pub-1');

    await keepAll();

    expect(signedReports.get('pub-1')).toEqual(first);
    expect(new Set(staging.writes).size).toBe(1);
  });

  it('is made up for after a death between bytes and row', async () => {
    const { keepAll, signedReports, staging, failNextReport } = setUp();
    failNextReport();
    await expect(keepAll()).rejects.toThrow('The catalogue is away.');
    expect([staging.writes.length, signedReports.size]).toEqual([1, 0]);

    await keepAll();

    expect(new Set(staging.writes)).toEqual(new Set([`reports/${signedReports.get('pub-1')?.digest}`]));
  });

  it('tells of a failed input, and of what somebody let pass', async () => {
    const { keep, signedReports } = setUp();
    const exception = {
      exceptionId: 'e-1',
      reason: 'Cured in May',
      approver: 'rita@*',
      until: '2026-04-15T00:00:00.000Z',
    };
    const finding = { ruleId: 'vm.guest.bash-history', severity: 'warning', params: {}, target: {} } as const;
    await keep(part('offer'));
    await keep(part('small/1.0.0/os', { findings: [{ ...finding, exception }] }));

    await keep(part('small/1.0.0/lun0', { verdict: 'failed', sha256: null, bytes: null, validUntil: null }));

    expect(signedReports.get('pub-1')).toMatchObject({
      verdict: 'failed',
      validUntil: '2026-04-15T00:00:00.000Z',
      exceptions: [{ ruleId: 'vm.guest.bash-history', ...exception }],
    });
  });

  it.each([
    ['names who approved what no rule could judge', '2026-03-03T00:00:00.000Z', '2026-06-01T00:00:00.000Z'],
    [
      'of an earlier publication too, while it stands',
      '2026-02-20T00:00:00.000Z',
      '2026-05-21T00:00:00.000Z',
    ],
  ])('%s', async (_what, decidedAt, until) => {
    const { keepAll, approve, reviews, reportNow, signedReports } = setUp();
    await keepAll(undecided);
    expect(reportNow()).not.toHaveProperty('approvals');

    reviews.rows.push(reviewItem({ ...approved, decidedAt }));
    await approve();

    const approval = {
      input: 'small/1.0.0/os',
      ruleId: 'vm.guest.readable',
      approver: 'rita',
      at: decidedAt,
    };
    const isLater = decidedAt > certifiedAt;
    expect(reportNow()).toMatchObject({
      verdict: 'reviewRequired',
      at: isLater ? decidedAt : certifiedAt,
      approvals: [{ ...approval, until }],
    });
    expect(signedReports.size).toBe(1);
  });

  it('keeps the first approval, however often it is told and whatever is approved later', async () => {
    const { keepAll, approve, reviews, signedReports, staging } = setUp();
    await keepAll(undecided);
    reviews.rows.push(reviewItem(approved));
    await approve();
    const first = signedReports.get('pub-1');

    reviews.rows.push(reviewItem({ ...approved, step: 'final', decidedBy: 'olga', decidedAt: later }));
    await approve();
    await keepAll(undecided);

    expect(signedReports.get('pub-1')).toEqual(first);
    expect(new Set(staging.writes).size).toBe(2);
  });

  it('names who approved the bytes that the run certified after it was reset, and not the reviewer of those before', async () => {
    const { keepAll, approve, reviews, reportNow } = setUp();
    const decide = async (reportId: string, certifiedAt: string, actor: string): Promise<void> => {
      await keepAll({ ...undecided, reportId, certifiedAt });
      const review = await reviews.open({ ...newReview, reportIds: [reportId] });
      await reviews.close(review, { decision: 'approve', actor });
      await approve();
    };
    await decide('report of the first bytes', certifiedAt, 'rita');

    await decide('report of the other bytes', later, 'olga');

    expect(reportNow()).toMatchObject({ approvals: [{ ruleId: 'vm.guest.readable', approver: 'olga' }] });
  });

  it.each<[string, Partial<ReviewItem>]>([
    ['changes were requested', { decision: 'requestChanges' }],
    ['another report was approved', { reportIds: ['another'] }],
    ['the approval had run out', { decidedAt: '2025-11-01T00:00:00.000Z' }],
  ])('names nobody where %s', async (_what, review) => {
    const { keepAll, approve, reviews, reportNow } = setUp();
    reviews.rows.push(reviewItem({ ...approved, ...review }));

    await keepAll(undecided);
    await approve();

    expect(reportNow()).not.toHaveProperty('approvals');
  });

  it('is not made of an approval alone, before everything was judged', async () => {
    const { keep, approve, signedReports, staging } = setUp();
    await keep(part('offer'));

    await approve();

    expect([signedReports.size, staging.writes]).toEqual([0, []]);
  });
});
