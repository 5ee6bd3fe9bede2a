import { stepName } from '../../../domain/text/labels';
import { findingText } from '../../../domain/text/findings';
import { type Block, blocksToHtml, blocksToText } from '../../../domain/text/mail-blocks';
import type { OfferRecord, OutgoingMail, SupportRequest } from '../../../services/ports';
import type { AppSettings } from '../../deps';
import { statusPath } from '../../offer-key';
import type { Words } from '../../words/words';

type About = {
  readonly to: string;
  readonly offer: OfferRecord;
  readonly settings: AppSettings;
  readonly words: Words;
};

/** The same mail for support and for who asked: request, step, findings, and where to look. */
export function supportMail(request: SupportRequest, { to, offer, settings, words }: About): OutgoingMail {
  const { say, language } = words;
  const name = `${offer.publisherId}/${offer.offerId}`;
  const subject = say('supportSubject', { case: request.caseNumber, offer: name });
  const step = request.step === null ? [] : [`${say('status')}: ${stepName(request.step, language)}`];
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: request.text },
    { kind: 'note', text: [`${say('contact')}: ${request.contactEmail}`, ...step].join(' · ') },
    ...findingBlocks(request, words),
    { kind: 'link', text: say('status'), uri: `${settings.publicUrl}${statusPath(offer)}` },
  ];
  return {
    // One id per case and reader: a mail server that gets the same mail twice can tell.
    messageId: `<support.${request.caseNumber}.${to === settings.supportEmail ? 'support' : 'sender'}@${new URL(settings.publicUrl).hostname}>`,
    to,
    subject,
    text: blocksToText(blocks),
    html: blocksToHtml(blocks, { title: subject, language }),
  };
}

function findingBlocks({ findings }: SupportRequest, { say, language }: Words): readonly Block[] {
  if (findings.length === 0) return [];
  const items = findings.map((finding) => {
    const { message, fix } = findingText(finding, language);
    return { text: message, details: [`${say('fix')}: ${fix}`, finding.ruleId] };
  });
  return [
    { kind: 'heading', text: say('findings') },
    { kind: 'list', items },
  ];
}
