import { allFindings } from '../../../src/domain/certification/all-findings';
import type { Finding } from '../../../src/domain/certification/finding';

const finding = (ruleId: string, plan?: string): Finding => ({
  ruleId,
  severity: 'error',
  params: {},
  target: plan === undefined ? {} : { plan },
});

it('goes on with the report where the step had to stop, and keeps what the step knows of the place', () => {
  const shown = [finding('a', 'basic'), finding('b', 'basic')];
  const report = [finding('a'), finding('b'), finding('c')];

  expect(allFindings(shown, report)).toEqual([...shown, finding('c')]);
});

it.each([
  ['there is no report', undefined],
  ['the report is that of one artefact among several', [finding('b'), finding('c')]],
  ['the report is shorter', [finding('a')]],
])('shows what the step has when %s', (_, report) => {
  const shown = [finding('a', 'basic'), finding('b', 'pro')];

  expect(allFindings(shown, report)).toEqual(shown);
});
