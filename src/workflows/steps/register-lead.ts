import type { Finding } from '../../domain/certification/finding';
import { packaging } from '../activity-proxies';
import { blockStep } from './fail-step';
import { patience, type Stage, waitedFor } from './stage';

export const registerLead: Stage = async (run, step) => {
  const lead = await packaging.registerLead.executeWithOptions(
    {
      ...patience(step),
      ...waitedFor(run),
      activityId: 'register-lead',
      summary: 'Send a test lead to the lead destination',
    },
    [run.ref],
  );
  run.stopIfCanceled();
  switch (lead.kind) {
    case 'skipped':
      run.say('lead.skipped');
      return undefined;
    case 'registered':
      run.say('lead.registered', { destination: lead.destination, token: lead.token });
      return undefined;
    case 'failed':
      run.say('lead.failed', { destination: lead.destination, answer: lead.answer }, 'error');
      return blockStep(
        run,
        { verdict: 'failed', findings: [refusedLead(lead)], findingCount: 1 },
        'stepFailed',
      );
  }
};

function refusedLead({
  destination,
  answer,
}: {
  readonly destination: string;
  readonly answer: string;
}): Finding {
  return {
    ruleId: 'lead.test-failed',
    severity: 'error',
    params: { destination, answer },
    target: { pointer: '/definition/offer/microsoft-azure-marketplace.leadDestination' },
  };
}
