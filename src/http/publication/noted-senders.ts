import type { Sender } from '../../client';
import type { OfferKey } from '../../domain/offer/ids';
import type { AppDeps } from '../deps';

type Client = AppDeps['client'];

/**
 * The client, noting who sends a publish or a message before it sends it. A publication acts at once, so its mails may be
 * written before the answer is back here: without the note they would call a name that we know a mere claim. And when this
 * process dies before it writes the operation, the catalogue writes it from the note.
 */
export function withNotedSenders({ client, catalogue }: Pick<AppDeps, 'client' | 'catalogue'>): Client {
  const note = async (
    { publisherId, offerId }: OfferKey,
    { operationId, actor }: { readonly operationId: string | undefined; readonly actor: string | undefined },
  ): Promise<void> => {
    if (operationId === undefined || actor === undefined) return;
    await catalogue.operations.noteSender({ publisherId, offerId, operationId, actor });
  };
  const noting =
    <Message extends Sender, Answer>(send: (offer: OfferKey, message: Message) => Promise<Answer>) =>
    async (offer: OfferKey, message: Message): Promise<Answer> => {
      await note(offer, { operationId: message.requestId, actor: message.actor });
      return send(offer, message);
    };
  return {
    publish: async (input) => {
      await note(input, { operationId: input.publicationId, actor: input.requestedBy });
      return client.publish(input);
    },
    newestId: (offer) => client.newestId(offer),
    status: (offer) => client.status(offer),
    goLive: noting((offer, message) => client.goLive(offer, message)),
    withdrawGoLive: noting((offer, message) => client.withdrawGoLive(offer, message)),
    cancel: noting((offer, message) => client.cancel(offer, message)),
    reviewDecision: noting((offer, message) => client.reviewDecision(offer, message)),
    provideNotificationEmails: noting((offer, message) => client.provideNotificationEmails(offer, message)),
  };
}
