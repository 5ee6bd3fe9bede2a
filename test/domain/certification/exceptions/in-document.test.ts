import type { CertificationException } from '../../../../src/domain/certification/exceptions/exception';
import { withExceptionsInDocument } from '../../../../src/domain/certification/exceptions/in-document';
import type { Finding } from '../../../../src/domain/certification/finding';

const exception = (planId: string | null): CertificationException => ({
  exceptionId: 'e',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  planId,
  ruleId: 'sas.start',
  reason: 'Their clock.',
  approver: 'rita@*',
  grantedAt: '2026-01-01T00:00:00.000Z',
  until: '2027-01-01T00:00:00.000Z',
});

const about = (plan?: string): Finding => ({
  ruleId: 'sas.start',
  severity: 'error',
  params: {},
  target: plan === undefined ? {} : { plan },
});

it.each<[string, string | null, readonly string[]]>([
  ['of the offer counts everywhere', null, ['warning', 'warning', 'warning']],
  ['of a plan counts for that plan only', 'standard', ['error', 'warning', 'error']],
])('an exception %s', (_what, planId, expected) => {
  const findings = [about(), about('standard'), about('other')];

  const excepted = withExceptionsInDocument(findings, [exception(planId)]);

  expect(excepted.map(({ severity }) => severity)).toEqual(expected);
});
