import type { Finding, Severity } from '../../../src/domain/certification/finding';
import { stepVerdict } from '../../../src/domain/certification/step-verdict';

const finding = (change: Partial<Finding> = {}): Finding => ({
  ruleId: 'offer.field-missing',
  severity: 'error',
  params: { field: 'title' },
  target: { pointer: '/definition/offer' },
  ...change,
});
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

it('lets everything travel that is small, as it is', () => {
  const findings = [finding(), finding({ ruleId: 'offer.email-invalid', severity: 'warning' })];

  expect(stepVerdict(findings)).toEqual({ verdict: 'failed', findings, findingCount: 2 });
});

it('passes without any finding', () => {
  expect(stepVerdict([])).toEqual({ verdict: 'passed', findings: [], findingCount: 0 });
});

it('lets ten travel, in their order, and counts and judges all', () => {
  const findings = Array.from({ length: 12 }, (_, index) =>
    finding({ severity: index === 11 ? 'error' : 'info', params: { index } }),
  );

  const { findings: travelling, ...verdict } = stepVerdict(findings);

  expect(travelling).toEqual(findings.slice(0, 10));
  expect(verdict).toEqual({ verdict: 'failed', findingCount: 12 });
});

it.each([
  ['one byte a character', 'x'],
  ['three bytes a character', '字'],
  ['six bytes a character once it is JSON', '\u0001'],
])('cuts from the end what does not fit into 1,600 bytes: %s', (_, letter) => {
  const findings = Array.from({ length: 10 }, (_, index) =>
    finding({ params: { index }, actual: letter.repeat(120) }),
  );

  const { findings: travelling, findingCount } = stepVerdict(findings);

  expect(travelling).toEqual(findings.slice(0, travelling.length));
  expect(travelling.length).toBeGreaterThan(0);
  expect(bytesOf(travelling)).toBeLessThanOrEqual(1600);
  expect(bytesOf(findings.slice(0, travelling.length + 1))).toBeGreaterThan(1600);
  expect(findingCount).toBe(10);
});

it.each<Severity>(['error', 'warning'])(
  'shortens the first finding instead of losing it, however long it is (%s)',
  (severity) => {
    const long = '字'.repeat(3000);
    const first = finding({
      severity,
      params: { detail: long, number: 7, field: 'title' },
      target: { pointer: `/definition/${long}`, line: 3 },
      expected: long,
      actual: long,
    });

    const { findings } = stepVerdict([first, finding()]);

    expect(findings[0]).toMatchObject({
      ruleId: first.ruleId,
      severity,
      params: { number: 7, field: 'title' },
      target: { line: 3 },
    });
    expect(findings[0]?.params['detail']).toMatch(/^字+…$/);
    expect(bytesOf(findings)).toBeLessThanOrEqual(1600);
  },
);

it('lets a finding travel without its params when they are too many', () => {
  const params = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`param${index}`, index]));

  const { findings } = stepVerdict([finding({ params })]);

  expect(findings).toMatchObject([{ ruleId: 'offer.field-missing', params: {} }]);
});
