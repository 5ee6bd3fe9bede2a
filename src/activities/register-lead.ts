import { cancellationSignal } from '@temporalio/activity';
import { testLeadOf } from '../domain/lead/test-lead';
import type { LeadDestinations, Offers } from '../services/ports';
import { beating } from './beating';
import type { ControlActivities } from './contract';
import { frozenOffer } from './frozen-offer';

export type LeadRoles = {
  readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
  readonly leadDestinations: LeadDestinations;
};

/** Proves the path to the publisher's CRM. Token and key stay the same when it is tried again. */
export const registerLeadActivities = (roles: LeadRoles): Pick<ControlActivities, 'registerLead'> => ({
  async registerLead(publication) {
    const { version, offer } = await frozenOffer(roles.offers, publication);
    const settings = offer.lead;
    if (settings.destination === 'None') return { kind: 'skipped' };

    const { destination } = settings;
    const { token, lead } = testLeadOf(offer, version.frozenAt);
    const key = `${publication.publicationId}/registerLead/test`;
    const answer = await beating('sending a test lead', () =>
      roles.leadDestinations.send(lead, settings, key, cancellationSignal()),
    );
    switch (answer.kind) {
      case 'accepted':
        return { kind: 'registered', destination, token };
      case 'refused':
        return { kind: 'failed', destination, answer: answer.answer };
    }
  },
});
