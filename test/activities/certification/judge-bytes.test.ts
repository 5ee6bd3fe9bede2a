import { MockActivityEnvironment } from '@temporalio/testing';
import {
  judgeBytes,
  type JudgedBytes,
  type Judgement,
  type Judging,
} from '../../../src/activities/certification/judge-bytes';
import type { CertificationException } from '../../../src/domain/certification/exceptions/exception';
import type { Finding } from '../../../src/domain/certification/finding';
import { validUntil } from '../../../src/domain/certification/report-validity';
import { fakeJudgedArtefacts } from '../../fakes/fake-judged-artefacts';

const exception: CertificationException = {
  exceptionId: 'e-1',
  publisherId: 'contoso',
  offerId: null,
  planId: null,
  ruleId: 'vm.disk.footer-type',
  reason: 'Cured in May',
  approver: 'rita@*',
  grantedAt: '2026-03-01T00:00:00.000Z',
  until: '2026-04-15T00:00:00.000Z',
};

const fault: Finding = { ruleId: 'vm.disk.footer-type', severity: 'error', params: {}, target: {} };

const first = {
  digest: 'd1',
  ruleSetVersion: 'rules/1',
  exceptions: [exception],
  at: '2026-03-01T00:00:00Z',
};
type Asked = typeof first;

function setUp() {
  let now = first.at;
  const catalogue = fakeJudgedArtefacts(() => new Date(now));
  const roles = { reports: catalogue.reports, clock: () => new Date(now) };
  let judged = 0;
  const ask = ({ digest, ruleSetVersion, exceptions, at }: Asked): Promise<Judgement> => {
    now = at;
    const judging: Judging = {
      ruleSetVersion,
      judge: async (moment) => {
        judged += 1;
        const tests = [{ ruleId: fault.ruleId, aliases: [], result: 'fail' }] as const;
        return { findings: [fault], tests, validUntil: validUntil(moment) };
      },
    };
    const work = (bytes: JudgedBytes): Promise<Judgement> => judgeBytes(roles, bytes, judging);
    const scheduledTimestampMs = Date.parse(at);
    return new MockActivityEnvironment({ scheduledTimestampMs }).run(work, { digest, exceptions });
  };
  return { ask, judged: () => judged, ...catalogue };
}

describe('a certificate', () => {
  it('is found again, with its date, while bytes, rules and exceptions are the same and it is valid', async () => {
    const { ask, judged } = setUp();
    const before = await ask(first);

    const again = await ask({ ...first, at: '2026-04-14T23:59:59Z' });

    expect(judged()).toBe(1);
    expect(again).toEqual({ ...before, foundFrom: '2026-03-01T00:00:00.000Z' });
  });

  it.each<[string, Partial<Asked>]>([
    ['other bytes', { digest: 'd2' }],
    ['other rules', { ruleSetVersion: 'rules/2' }],
    ['an exception ended', { exceptions: [] }],
    ['another exception', { exceptions: [{ ...exception, exceptionId: 'e-2' }] }],
    ['one exception more', { exceptions: [exception, { ...exception, exceptionId: 'e-2' }] }],
    ['its validity is over', { at: '2026-04-15T00:00:00Z', exceptions: [exception] }],
  ])('is made anew: %s', async (_why, change) => {
    const { ask, judged } = setUp();
    await ask(first);

    const again = await ask({ ...first, at: '2026-03-02T00:00:00Z', ...change });

    expect(judged()).toBe(2);
    expect(again).not.toHaveProperty('foundFrom');
  });

  it('of an earlier release, which does not tell what came of every rule, is made anew', async () => {
    const { ask, judged, savedReports, reports } = setUp();
    const { report } = await ask(first);
    const { tests: _tests, ...old } = report;
    await reports.save({ ...old, subject: 'd2' });
    expect(savedReports).toHaveLength(2);

    await ask({ ...first, digest: 'd2' });

    expect(judged()).toBe(2);
  });

  it('passes what is excepted as a warning that says so, and keeps the rule’s own verdict', async () => {
    const { report } = await setUp().ask(first);

    const { exceptionId, reason, approver, until } = exception;
    expect(report).toMatchObject({
      verdict: 'passed',
      validUntil: exception.until,
      findings: [{ ...fault, severity: 'warning', exception: { exceptionId, reason, approver, until } }],
      tests: [{ ruleId: fault.ruleId, result: 'fail' }],
    });
  });

  it('fails again once the exception is over', async () => {
    const { report } = await setUp().ask({ ...first, exceptions: [] });

    expect(report).toMatchObject({ verdict: 'failed', findings: [fault] });
  });
});
