import type { Finding } from '../../certification/finding';
import type { OfferTypeId } from '../../offer/document';
import type { OfferKey } from '../../offer/ids';
import type { PublicationFact } from '../../publication/events';
import type { OperationState } from '../../publication/operation-state';
import { termsOf } from '../../publication/terms';
import { placeText } from '../../review/thread';
import { commandText } from '../command-names';
import { findingText } from '../findings/findings';
import { historyKinds } from './history-kinds';
import { historyTexts } from './history-texts';
import { currentStateText, stepName, stepStatusLabel } from '../labels';
import { fillText, type Language, type Message, type Params, type Text } from '../language';
import { mailSubject } from '../mails/mails';
import { messageText } from '../publication/publication';
import { settingsOf, tokenEndOf, webhookStateOf } from './publisher-history';
import { timeText } from '../quantity';
import { stagingHistory } from './staging-history';

type Told = OfferKey & {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** False: whoever is named in it only claims to be it. */
  readonly isVouchedFor: boolean;
  /** Where it is known: the 2015 portal has its own words. */
  readonly offerType?: OfferTypeId | undefined;
};

/** What happened, in one line. A kind of another release is shown by its own name. */
export function historyText(event: Told, language: Language): string {
  if (!isKnown(event.kind)) return event.kind;
  const { payload } = event;
  const plain = Object.entries(payload).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const params = { ...Object.fromEntries(plain), ...readable[event.kind]?.(event, language) };
  const words = stagedOf(stagingHistory.texts, event.kind, event.offerType) ?? historyTexts[event.kind];
  return fillText(words, language, params).replace(/\s+/g, ' ').trim();
}

/** A kind of event, as a name to filter by. */
export function historyKindText(kind: string, language: Language, offerType?: OfferTypeId): string {
  if (!isKnown(kind)) return kind;
  return (stagedOf(stagingHistory.kinds, kind, offerType) ?? historyKinds[kind])[language];
}

const stagedOf = (
  texts: Readonly<Partial<Record<Kind, Text>>>,
  kind: Kind,
  offerType: OfferTypeId | undefined,
): Text | undefined => (termsOf(offerType) === 'staging' ? texts[kind] : undefined);

type Kind = keyof typeof historyKinds;
type Fact<K extends PublicationFact['kind']> = Extract<PublicationFact, { kind: K }>;

const isKnown = (kind: string): kind is Kind => Object.hasOwn(historyKinds, kind);

/** The log holds what the workflow wrote: each payload is the fact of its kind. */
const factOf = <K extends PublicationFact['kind']>({ payload }: Told): Fact<K> =>
  payload as unknown as Fact<K>;

/** Params that do not stand for themselves. */
const readable: Readonly<Partial<Record<Kind, (event: Told, language: Language) => Params>>> = {
  operationAccepted: ({ payload }, language) => ({ request: requestText(payload, language) }),
  operationChanged: ({ payload }, language) => ({
    request: requestText(payload, language),
    state: operationStates[payload['state'] as OperationState]?.[language] ?? String(payload['state']),
  }),
  versionFrozen: ({ payload }) => ({ regions: listText(payload['regions']) }),
  previewSet: digestOf,
  productionSet: digestOf,
  mailSent: ({ payload, publisherId, offerId, offerType }, language) => ({
    subject: mailSubject(String(payload['event']), language, {
      title: typeof payload['title'] === 'string' ? payload['title'] : `${publisherId}/${offerId}`,
      step: '…',
      number: Number(payload['number']),
      ...(offerType === undefined ? {} : { offerType }),
    }),
  }),
  supportRequested: ({ payload: { step } }, language) => ({
    step: typeof step === 'string' ? `${stepName(step, language)}.` : '',
  }),
  reviewThreadOpened: placeOf,
  reviewThreadAnswered: placeOf,
  reviewThreadResolved: placeOf,
  reviewThreadReopened: placeOf,
  exceptionGranted: exceptionOf,
  exceptionEnded: exceptionOf,
  publisherCreated: settingsOf,
  publisherChanged: settingsOf,
  tokenCreated: tokenEndOf,
  webhookChanged: webhookStateOf,
  publisherExceptionGranted: exceptionOf,
  publisherExceptionEnded: exceptionOf,
  started: (event) => ({ notes: factOf<'started'>(event).certificationNotes ?? '' }),
  opened: (event) => ({ count: factOf<'opened'>(event).pipeline.steps.length }),
  reviewOpened: (event) => ({ item: factOf<'reviewOpened'>(event).workItem.id }),
  stepChanged: (event, language) => {
    const { step, status } = factOf<'stepChanged'>(event);
    return { step: stepName(step, language), status: stepStatusLabel(status, language) };
  },
  messageAdded: (event, language) => {
    const { step, message } = factOf<'messageAdded'>(event);
    return { step: stepName(step, language), message: messageText(marked(event, message), language) };
  },
  findingsReported: (event, language) => {
    const { step, findings } = factOf<'findingsReported'>(event);
    const texts = findings.map((finding: Finding) => findingText(finding, language).message);
    return { step: stepName(step, language), count: findings.length, findings: texts.join(' ') };
  },
  emailsProvided: (event) => ({ emails: listText(factOf<'emailsProvided'>(event).emails) }),
  goLiveVoted: (event, language) => {
    const { notBefore } = factOf<'goLiveVoted'>(event);
    return { notBefore: notBefore === undefined ? '' : `${timeText(notBefore, language)}.` };
  },
  cancelRequested: (event) => ({ reason: factOf<'cancelRequested'>(event).reason ?? '' }),
  reviewDecided: (event, language) => {
    const { step, decision } = factOf<'reviewDecided'>(event);
    return { step: stepName(step, language), decision: decisions[decision][language] };
  },
  wentLive: (event) => ({ links: listText(factOf<'wentLive'>(event).links.map(({ text }) => text)) }),
  ended: (event, language) => ({ outcome: currentStateText(factOf<'ended'>(event).outcome, language) }),
  gaveUp: (event, language) => ({
    message: messageText(marked(event, factOf<'gaveUp'>(event).message), language),
  }),
};

const listText = (list: unknown): string => (Array.isArray(list) ? list.map(String).join(', ') : '');

/** Of the whole offer when the thread names no place. */
function placeOf({ payload: { file, line, pointer }, publisherId, offerId }: Told): Params {
  const place = placeText({
    file: typeof file === 'string' ? file : null,
    line: typeof line === 'number' ? line : null,
    pointer: typeof pointer === 'string' ? pointer : null,
  });
  return { place: place === '' ? `${publisherId}/${offerId}` : place };
}

function exceptionOf({ payload: { planId, until } }: Told, language: Language): Params {
  return {
    planId: typeof planId === 'string' ? `${planId}: ` : '',
    until: timeText(String(until), language),
  };
}

function digestOf({ payload }: Told): Params {
  const digest = payload['packageDigest'];
  return { digest: typeof digest === 'string' ? digest.slice(0, 12) : '' };
}

function marked({ isVouchedFor }: Told, { code, params }: Message): Message {
  return isVouchedFor ? { code, params } : { code, params: { ...params, unverified: 1 } };
}

function requestText({ operationKind }: Told['payload'], language: Language): string {
  return operationKind === 'publish' ? publish[language] : commandText(String(operationKind), language);
}

const publish: Text = { en: 'Publish', es: 'Publicar', ru: 'Опубликовать', zh: '发布' };

const operationStates: Readonly<Record<OperationState, Text>> = {
  running: { en: 'at work again', es: 'de nuevo en curso', ru: 'снова выполняется', zh: '重新进行中' },
  succeeded: { en: 'done', es: 'hecho', ru: 'выполнено', zh: '已完成' },
  failed: { en: 'failed', es: 'error', ru: 'ошибка', zh: '失败' },
  canceled: { en: 'canceled', es: 'cancelado', ru: 'отменено', zh: '已取消' },
};

const decisions: Readonly<Record<Fact<'reviewDecided'>['decision'], Text>> = {
  approve: { en: 'approved', es: 'aprobado', ru: 'одобрено', zh: '已批准' },
  requestChanges: {
    en: 'changes requested',
    es: 'cambios solicitados',
    ru: 'нужны изменения',
    zh: '要求更改',
  },
};
