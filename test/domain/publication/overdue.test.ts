import { overdueStep } from '../../../src/domain/publication/overdue';
import { type Phase, publicationAt } from '../../support/publication-at';

const hourMs = 3_600_000;
const hoursAfter = (phase: Phase, hours: number) => {
  const status = publicationAt(phase);
  return overdueStep(status, new Date(Date.parse(status.startedAt) + hours * hourMs));
};

it('is the step at work past its estimate', () => {
  expect(hoursAfter('provisioning', 1)).toBeUndefined();
  expect(hoursAfter('provisioning', 24 * 365)).toBe('displayprovision');
});

it.each(['awaitingAddress', 'signOff'] as const)('is none while people are waited for: %s', (phase) => {
  expect(hoursAfter(phase, 24 * 365)).toBeUndefined();
});
