import type { Lead, ConfiguredLeadSettings } from '../../src/domain/lead/lead';
import type { LeadAnswer, LeadDestinations } from '../../src/services/ports';

export type FakeLeadDestinations = LeadDestinations & {
  /** Every try; the key tells leads from tries. */
  readonly sent: readonly {
    readonly lead: Lead;
    readonly settings: ConfiguredLeadSettings;
    readonly key: string;
  }[];
  readonly answerNext: (answer: LeadAnswer | Error) => void;
};

export function fakeLeadDestinations(): FakeLeadDestinations {
  const sent: { lead: Lead; settings: ConfiguredLeadSettings; key: string }[] = [];
  const planned: (LeadAnswer | Error)[] = [];
  return {
    sent,
    answerNext: (answer) => void planned.push(answer),
    send: (lead, settings, key) => {
      sent.push({ lead, settings, key });
      const answer = planned.shift() ?? { kind: 'accepted' as const };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}
