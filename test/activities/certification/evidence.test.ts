import { createHash } from 'node:crypto';
import { type EvidenceRoles, keepEvidence } from '../../../src/activities/certification/evidence';
import type { CertifiedPart } from '../../../src/domain/certification/report/compose-report';
import { checkReport } from '../../../src/domain/certification/report/verify-report';
import { digests } from '../../../src/services/digests';
import { createSigner } from '../../../src/services/signing/signer';
import { fakeCertifications } from '../../fakes/fake-certifications';
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

function part(name: string, overrides: Partial<CertifiedPart> = {}): CertifiedPart {
  return {
    name,
    role: name === 'offer' ? 'offerDocument' : 'linuxOsDisk',
    plan: name === 'offer' ? null : 'small',
    sha256: createHash('sha256').update(name).digest('hex'),
    bytes: 512,
    ruleSet: 'rules/1',
    verdict: 'passed',
    certifiedAt: '2026-03-01T00:00:00.000Z',
    judgedAt: '2026-03-01T00:00:00.000Z',
    validUntil: name === 'offer' ? null : '2026-05-30T00:00:00.000Z',
    tests: [{ ruleId: 'vm.disk.footer-type', aliases: [], result: 'pass' }],
    findings: [],
    ...overrides,
  };
}

function setUp(offered: EvidenceRoles | object = {}) {
  const catalogue = fakeCertifications();
  const staging = fakeStaging();
  const signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} });
  const roles = { certifications: catalogue.certifications, staging, signer, digests, ...offered };
  const keep = (each: CertifiedPart): Promise<void> =>
    keepEvidence(roles, publication, { part: each, version: { document } });
  const keepAll = async (): Promise<void> => {
    for (const name of ['offer', 'small/1.0.0/os', 'small/1.0.0/lun0']) await keep(part(name));
  };
  const check = (text: string) =>
    checkReport(
      text,
      (bytes, signature) => {
        const { keyId } = signer;
        const value = Buffer.from(signature).toString('base64');
        return signer.verify(bytes, { keyId, value }) ? keyId : undefined;
      },
      new Date('2026-04-01T00:00:00Z'),
    );
  return { ...catalogue, staging, keep, keepAll, check };
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
});
