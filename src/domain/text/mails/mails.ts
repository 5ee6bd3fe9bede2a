import { currentStepOf } from '../../publication/current-step';
import type { PublicationStatus } from '../../publication/status';
import { estimateText, stepName } from '../labels';
import { type Language, type Params, type Text, fillText } from '../language';
import { type Block, blocksToHtml, blocksToText, oneLine } from './mail-blocks';
import type { MailEvent } from './mail-event';
import type { MailFacts } from './mail-facts';
import type { Recipients } from './mail-row';
import { mailBlocks } from './mail-parts';
import { mailRowOf, mailTable } from './mail-table';
import type { OfferTypeId } from '../../offer/document';
import { mailWords } from './mail-words';

export type ComposedMail = { readonly subject: string; readonly text: string; readonly html: string };

/** The whole mail about an event, from the table of mails. */
export function composeMail(facts: MailFacts): ComposedMail {
  const row = mailRowOf(facts.event, facts.status.offerType);
  const { language, number } = facts;
  const step = facts.step ?? currentStepOf(facts.status);
  const planned = facts.status.pipeline?.steps.find(({ id }) => id === step);
  const named = {
    title: shortTitle(facts.offerTitle),
    step: stepName(step, language),
    estimate: planned === undefined ? '-' : estimateText(planned, language),
    number,
  };
  const words = (text: Text): string => fillText(text, language, named);
  const subject = words(row.subject);
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: words(row.opening) },
    ...row.parts.flatMap((part) => (part === 'support' ? [] : mailBlocks[part]({ ...facts, step }))),
    { kind: 'heading', text: words(mailWords.next) },
    { kind: 'paragraph', text: words(row.next) },
    { kind: 'link', text: words(mailWords.status), uri: facts.links.status },
    ...(row.parts.includes('support') ? mailBlocks.support({ ...facts, step }) : []),
    { kind: 'note', text: fillText(mailWords.footer, language, footer(facts.status)) },
  ];
  return { subject, text: blocksToText(blocks), html: blocksToHtml(blocks, { title: subject, language }) };
}

/** Its subject alone; a mail of another release is called by its event. */
export function mailSubject(
  event: string,
  language: Language,
  { title, offerType, ...params }: Params & { readonly title: string; readonly offerType?: OfferTypeId },
): string {
  const known = Object.keys(mailTable).find((each): each is MailEvent => each === event);
  const row = known === undefined ? undefined : mailRowOf(known, offerType ?? null);
  return row === undefined ? event : fillText(row.subject, language, { ...params, title: shortTitle(title) });
}

/** Who gets mails about this event. */
export function recipientsOf(event: MailEvent): Recipients {
  return mailTable[event].recipients;
}

/** Whether personal preview links have to be made for it. */
export function showsPreview(event: MailEvent): boolean {
  return mailTable[event].parts.includes('previewLinks');
}

function footer({ publisherId, offerId, offerVersion, publicationId }: PublicationStatus): Params {
  return { offer: `${publisherId}/${offerId}`, version: offerVersion ?? '-', publicationId };
}

/** A title fit for a subject line. */
function shortTitle(title: string): string {
  const visible = oneLine(title);
  return visible.length <= 80 ? visible : `${visible.slice(0, 79).trimEnd()}…`;
}
