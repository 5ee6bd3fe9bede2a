import { type Language, type Message, type Text, fillText } from '../language';
import { type Block, blocksToHtml, blocksToText } from './mail-blocks';
import type { ComposedMail } from './mails';

/** A webhook that was disabled, as its mail tells it. */
export type WebhookMailFacts = {
  readonly publisherId: string;
  readonly webhookId: string;
  /** Its address; what stands behind the host may be a key, and is not told. */
  readonly url: string;
  readonly reason: Message;
  /** ISO 8601. */
  readonly disabledAt: string;
  readonly language: Language;
  /** Scheme and host of the API, without a slash at the end. */
  readonly site: string;
};

/** Says that events are not sent any more, why, and how to get them again. */
export function composeWebhookMail(facts: WebhookMailFacts): ComposedMail {
  const { publisherId, webhookId, language, reason, disabledAt, site } = facts;
  const receiver = new URL(facts.url).host;
  const address = `${site}/api/publishers/${publisherId}/webhooks/${webhookId}`;
  const subject = fillText(texts.subject, language, { receiver, publisherId });
  const json = `-H "Authorization: Bearer $OFFER_TOKEN" -H "Content-Type: application/json"`;
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: fillText(texts.opening, language, { receiver }) },
    { kind: 'paragraph', text: whyDisabled(reason, language) },
    { kind: 'paragraph', text: texts.fix[language] },
    { kind: 'command', text: `curl -X PATCH ${json} -d '{"state":"active"}' ${address}` },
    { kind: 'command', text: `curl -X POST ${json} -d '{"from":"${disabledAt}"}' ${address}/replay` },
    { kind: 'note', text: [publisherId, webhookId].join(' · ') },
  ];
  return { subject, text: blocksToText(blocks), html: blocksToHtml(blocks, { title: subject, language }) };
}

/** Why a webhook was disabled that nobody turned off. */
export const whyDisabled = ({ code, params }: Message, language: Language): string =>
  fillText(reasons[code] ?? unknown, language, params);

const texts = {
  subject: {
    en: 'No events are sent to {receiver} any more ({publisherId})',
    es: 'Ya no se envían eventos a {receiver} ({publisherId})',
    ru: 'События больше не отправляются на {receiver} ({publisherId})',
    zh: '不再向 {receiver} 发送事件（{publisherId}）',
  },
  opening: {
    en: 'The webhook that sends events to {receiver} was disabled.',
    es: 'Se ha desactivado el webhook que envía eventos a {receiver}.',
    ru: 'Вебхук, отправлявший события на {receiver}, отключён.',
    zh: '向 {receiver} 发送事件的 Webhook 已停用。',
  },
  fix: {
    en: 'When the receiver works again, turn the webhook on and have sent what it missed:',
    es: 'Cuando el receptor vuelva a funcionar, active el webhook y pida lo que se perdió:',
    ru: 'Когда получатель снова заработает, включите вебхук и запросите пропущенное:',
    zh: '接收方恢复后，请重新启用 Webhook，并补发遗漏的事件：',
  },
} satisfies Record<string, Text>;

const unknown: Text = {
  en: 'The reason is in the log of its deliveries.',
  es: 'El motivo está en el registro de sus entregas.',
  ru: 'Причина указана в журнале его доставок.',
  zh: '原因请查看其投递记录。',
};

const reasons: Readonly<Record<string, Text>> = {
  'webhook.gone': {
    en: 'The receiver answered 410: nobody wants the events any more.',
    es: 'El receptor respondió 410: nadie quiere ya los eventos.',
    ru: 'Получатель ответил 410: события больше никому не нужны.',
    zh: '接收方返回 410：不再需要这些事件。',
  },
  'webhook.exhausted': {
    en: 'An event could not be delivered for about three days. Tries: {tries}.',
    es: 'Un evento no se pudo entregar durante unos tres días. Intentos: {tries}.',
    ru: 'Событие не удавалось доставить около трёх дней. Попыток: {tries}.',
    zh: '某个事件在大约三天内都无法送达。尝试次数：{tries}。',
  },
};
