import { composeWebhookMail } from '../domain/text/mails/webhook-mail';
import type { MailTransport, Publishers, WebhookQueue, WebhookRecord } from '../services/ports';
import { eachAlthough } from './each-although';

export type WebhookMailRoles = {
  readonly webhookQueue: Pick<WebhookQueue, 'unnoticed' | 'markNoticed'>;
  readonly publishers: Pick<Publishers, 'languageOf'>;
  readonly mail: Pick<MailTransport, 'send'>;
  /** Where people reach the API, without a slash at the end. */
  readonly publicUrl: string;
};

/**
 * Tells the contacts of webhooks that were disabled. A mail that is refused for good counts as told: the webhook says
 * so itself. One sent twice (killed in between) carries the same Message-ID.
 */
export async function mailDisabledWebhooks(roles: WebhookMailRoles): Promise<void> {
  const disabled = await roles.webhookQueue.unnoticed();
  // One mailbox that fails must not silence the others.
  await eachAlthough(disabled, 'Some disabled webhooks were not mailed yet.', (webhook) =>
    tell(roles, webhook),
  );
}

async function tell(
  { webhookQueue, publishers, mail, publicUrl }: WebhookMailRoles,
  webhook: WebhookRecord,
): Promise<void> {
  const { webhookId, publisherId, url, contactEmail, disabledBecause, disabledAt } = webhook;
  if (contactEmail === null || disabledBecause === null || disabledAt === null) return;
  const language = (await publishers.languageOf(publisherId)) ?? 'en';
  const facts = { publisherId, webhookId, url, reason: disabledBecause, disabledAt };
  const composed = composeWebhookMail({ ...facts, language, site: publicUrl });
  const messageId = `<webhook.${webhookId}.${Date.parse(disabledAt)}@${new URL(publicUrl).hostname}>`;
  await mail.send({ ...composed, messageId, to: contactEmail });
  await webhookQueue.markNoticed(webhookId);
}
