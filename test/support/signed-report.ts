import { createHash } from 'node:crypto';
import type { CertifiedPart } from '../../src/domain/certification/report/certified-part';
import { composeReport } from '../../src/domain/certification/report/compose-report';
import { sealReport } from '../../src/domain/certification/report/dsse';
import type { CertificationReport } from '../../src/domain/certification/report/report-schema';
import type { DecidedReview } from '../../src/domain/review/standing-approval';
import { createSigner } from '../../src/services/signing/signer';
import type { CertificationRecord, Signer } from '../../src/services/ports';
import { publicationId } from './publication-at';
import { newSigningKey } from './signing-key';

const exception = {
  exceptionId: '0b54a6f2-6c2c-4c8e-8a0e-3f5b8f6a1d11',
  reason: 'The vendor mends it in May.',
  approver: 'rita@*',
  until: '2027-05-01T00:00:00.000Z',
} as const;

const disk: CertifiedPart = {
  name: 'small/1.0.0/os',
  role: 'linuxOsDisk',
  plan: 'small',
  sha256: 'a'.repeat(64),
  bytes: 1_073_742_336,
  ruleSet: 'linuxOsDisk@1',
  verdict: 'passed',
  certifiedAt: '2026-11-20T10:05:00.000Z',
  judgedAt: '2026-11-20T10:05:00.000Z',
  validUntil: '2027-02-18T10:05:00.000Z',
  tests: [
    { ruleId: 'vm.disk.footer-type', aliases: [], result: 'pass' },
    {
      ruleId: 'vm.guest.bash-history',
      aliases: ['Bash History'],
      result: 'fail',
      expected: '1024',
      actual: '4096',
    },
  ],
  findings: [
    {
      ruleId: 'vm.guest.bash-history',
      severity: 'warning',
      params: {},
      target: { plan: 'small' },
      exception,
    },
  ],
};

export type SignedReport = {
  readonly report: CertificationReport;
  /** The envelope, as it is stored. */
  readonly text: string;
  readonly record: CertificationRecord;
  readonly publicKeys: Readonly<Record<string, string>>;
};

/** A certification of contoso/linux-vm with one exception, signed. */
export function signedReport(
  change: Partial<CertifiedPart> = {},
  signer: Signer = createSigner({ privateKeyPem: newSigningKey(), retired: {} }),
  reviews: readonly DecidedReview[] = [],
): SignedReport {
  const subject = { publicationId, publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 1 };
  const report = composeReport(subject, [{ ...disk, ...change }], reviews);
  const text = sealReport(report, signer.sign);
  const { schema: _schema, inputs: _inputs, approvals: _approvals, ...told } = report;
  const digest = createHash('sha256').update(text).digest('hex');
  const record = { ...told, digest, bytes: Buffer.byteLength(text) };
  return { report, text, record, publicKeys: signer.publicKeys() };
}
