import type { CertifiedPart } from '../../src/domain/certification/report/certified-part';
import type { TestResult } from '../../src/domain/certification/test-result';

/** One input of a publication that passed, with what a test wants to see of it. */
export const certifiedPart = (
  own: Pick<CertifiedPart, 'name' | 'plan'> & Partial<CertifiedPart>,
): CertifiedPart => ({
  role: own.name === 'offer' ? 'offerDocument' : 'linuxOsDisk',
  sha256: 'a'.repeat(64),
  bytes: 512,
  ruleSet: 'rules/1',
  verdict: 'passed',
  certifiedAt: '2026-11-20T10:00:00.000Z',
  judgedAt: '2026-11-20T10:00:00.000Z',
  validUntil: null,
  tests: [],
  findings: [],
  ...own,
});

/** With a reason, with one that names facts, and of a release that kept none. */
export const notRun: readonly TestResult[] = [
  { ruleId: 'vm.guest.sack-patch', aliases: [], result: 'notRun', why: { code: 'noKernel' } },
  {
    ruleId: 'vm.guest.openssl-version',
    aliases: [],
    result: 'notRun',
    why: {
      code: 'packageListUnread',
      params: { path: '/var/lib/rpm/Packages', problem: 'a Berkeley DB; only rpmdb.sqlite is read' },
    },
  },
  { ruleId: 'vm.guest.readable', aliases: [], result: 'notRun' },
];
