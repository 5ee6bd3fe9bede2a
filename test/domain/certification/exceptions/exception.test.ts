import type { CertificationException } from '../../../../src/domain/certification/exceptions/exception';
import { withExceptions } from '../../../../src/domain/certification/exceptions/with-exceptions';
import type { Severity } from '../../../../src/domain/certification/finding';

const exception = (until: string): CertificationException => ({
  exceptionId: `until ${until}`,
  publisherId: 'contoso',
  offerId: null,
  planId: null,
  ruleId: 'vm.a',
  reason: 'In May.',
  approver: 'rita@*',
  grantedAt: '2026-01-01T00:00:00.000Z',
  until,
});

it.each<[Severity, Severity, string | undefined]>([
  ['error', 'warning', 'until 2027'],
  ['reviewRequired', 'reviewRequired', undefined],
  ['warning', 'warning', undefined],
  ['info', 'info', undefined],
])('makes of what weighs %s: %s', (severity, expected, named) => {
  const finding = { ruleId: 'vm.a', severity, params: {}, target: {} };

  const [excepted] = withExceptions([finding], [exception('2026'), exception('2027')]);

  expect([excepted?.severity, excepted?.exception?.exceptionId]).toEqual([expected, named]);
});

it.each(['app.package.ratio', 'app.package.entry-names', 'app.package.damaged', 'sas.permissions.no-write'])(
  'leaves %s an error whatever was granted in earlier days',
  (ruleId) => {
    const finding = { ruleId, severity: 'error', params: {}, target: {} } as const;

    expect(withExceptions([finding], [{ ...exception('2027'), ruleId }])).toEqual([finding]);
  },
);
