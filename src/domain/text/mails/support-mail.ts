import type { Finding } from '../../certification/finding';
import { findingText } from '../findings/findings';
import { stepName } from '../labels';
import { type Language, type Text, fillText } from '../language';
import { type Block, blocksToHtml, blocksToText, oneLine } from './mail-blocks';
import type { ComposedMail } from './mails';

/** A support request as its mail tells it. */
export type SupportMailFacts = {
  readonly caseNumber: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string | null;
  readonly step: string | null;
  readonly contactEmail: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly language: Language;
  /** Where pages begin, without a slash at the end. */
  readonly site: string;
};

/** For support: request, publication, step, findings, and where to look. */
export function composeSupportMail(facts: SupportMailFacts): ComposedMail {
  const { publisherId, offerId, publicationId, language, site } = facts;
  const offer = `${publisherId}/${offerId}`;
  const subject = fillText(texts.subject, language, { case: facts.caseNumber, offer });
  const status = `${site}/publishers/${publisherId}/offers/${offerId}/status`;
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: texts.opening[language] },
    { kind: 'quote', text: facts.text },
    { kind: 'paragraph', text: fillText(texts.contact, language, { contact: oneLine(facts.contactEmail) }) },
    ...(facts.step === null ? [] : [stepBlock(facts.step, language)]),
    ...findingBlocks(facts),
    {
      kind: 'link',
      text: texts.status[language],
      uri: publicationId === null ? status : `${status}?publication=${encodeURIComponent(publicationId)}`,
    },
    {
      kind: 'note',
      text: [offer, facts.caseNumber, ...(publicationId === null ? [] : [publicationId])].join(' · '),
    },
  ];
  return composed(subject, blocks, language);
}

export type ConfirmationFacts = Pick<
  SupportMailFacts,
  'caseNumber' | 'publisherId' | 'offerId' | 'step' | 'language'
>;

/**
 * For who is named as the contact. Whoever asks can name anybody, so nothing in it is of the asker's own making: no
 * text, no finding, no link.
 */
export function composeSupportConfirmation(facts: ConfirmationFacts): ComposedMail {
  const { publisherId, offerId, caseNumber, step, language } = facts;
  const offer = `${publisherId}/${offerId}`;
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: texts.confirmation[language] },
    ...(step === null ? [] : [stepBlock(step, language)]),
    { kind: 'note', text: `${offer} · ${caseNumber}` },
  ];
  return composed(fillText(texts.subject, language, { case: caseNumber, offer }), blocks, language);
}

function composed(subject: string, blocks: readonly Block[], language: Language): ComposedMail {
  return { subject, text: blocksToText(blocks), html: blocksToHtml(blocks, { title: subject, language }) };
}

const stepBlock = (step: string, language: Language): Block => ({
  kind: 'paragraph',
  text: fillText(texts.step, language, { step: stepName(step, language) }),
});

function findingBlocks({ findings, language }: SupportMailFacts): readonly Block[] {
  if (findings.length === 0) return [];
  const items = findings.map((finding) => {
    const { message, fix } = findingText(finding, language);
    return { text: message, details: [...(fix === '' ? [] : [fix]), finding.ruleId] };
  });
  return [
    { kind: 'heading', text: texts.findings[language] },
    { kind: 'list', items },
  ];
}

const texts = {
  subject: {
    en: 'Support request {case} for {offer}',
    es: 'Solicitud de soporte {case} para {offer}',
    ru: 'Запрос в поддержку {case}: {offer}',
    zh: '{offer} 的支持请求 {case}',
  },
  opening: {
    en: 'This request was received. Keep the case number in the subject when you answer.',
    es: 'Se ha recibido esta solicitud. Conserve el número de caso en el asunto al responder.',
    ru: 'Запрос принят. Отвечая, сохраняйте его номер в теме письма.',
    zh: '已收到此请求。答复时请保留主题中的编号。',
  },
  confirmation: {
    en: 'A support request that names this address was received. Keep the case number in the subject when you write about it. If you did not ask, you need not do anything.',
    es: 'Se ha recibido una solicitud de soporte que indica esta dirección. Conserve el número de caso en el asunto al escribir sobre ella. Si no la ha hecho usted, no tiene que hacer nada.',
    ru: 'Получен запрос в поддержку, в котором указан этот адрес. Если будете писать о нём, сохраняйте его номер в теме письма. Если запрос не ваш, ничего делать не нужно.',
    zh: '已收到一份填写了此地址的支持请求。就此来信时，请在主题中保留编号。如果不是您提出的，则无需任何操作。',
  },
  contact: {
    en: 'Answers go to: {contact}',
    es: 'Las respuestas van a: {contact}',
    ru: 'Ответы направляются на: {contact}',
    zh: '答复发送至：{contact}',
  },
  step: { en: 'Step: {step}', es: 'Paso: {step}', ru: 'Этап: {step}', zh: '步骤：{step}' },
  findings: { en: 'Findings', es: 'Resultados', ru: 'Замечания', zh: '发现的问题' },
  status: { en: 'Status page', es: 'Página de estado', ru: 'Страница состояния', zh: '状态页' },
} satisfies Record<string, Text>;
