import type { Child, FC } from 'hono/jsx';
import { type Situation, situationOf, situationOfOffer } from '../../domain/publication/situation';
import type { OfferStatus, PublicationStatus, StepStatus } from '../../domain/publication/status';
import { statusLabel, stepStatusLabel } from '../../domain/text/labels';
import type { Words } from '../words/words';
import { Icon, type IconName } from './icon';

/** How something stands, as colour and sign; the words beside them say it, too. */
export type Tone = 'good' | 'bad' | 'busy' | 'wait' | 'rest';

const signs: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  bad: 'cross',
  busy: 'work',
  wait: 'clock',
  rest: 'dot',
};

export const Badge: FC<{ readonly tone: Tone; readonly children?: Child }> = ({ tone, children }) => (
  <span class={`badge ${tone}`}>
    <Icon name={signs[tone]} />
    <span>{children}</span>
  </span>
);

type StatusBadgeProps = { readonly status: PublicationStatus | OfferStatus; readonly words: Words };

/** The label of an offer or a publication: the same words everywhere. */
export const StatusBadge: FC<StatusBadgeProps> = ({ status, words }) => (
  <Badge tone={toneOfStatus(status)}>{statusLabel(status, words.language)}</Badge>
);

export const StepBadge: FC<{ readonly status: StepStatus; readonly words: Words }> = ({ status, words }) => (
  <Badge tone={toneOfStep[status]}>{stepStatusLabel(status, words.language)}</Badge>
);

/** The sign alone, where the words stand nearby. */
export const Sign: FC<{ readonly tone: Tone }> = ({ tone }) => <Icon name={signs[tone]} />;

export function toneOfStatus(status: PublicationStatus | OfferStatus): Tone {
  return toneOfSituation[typeof status === 'string' ? situationOfOffer(status) : situationOf(status)];
}

export const toneOfSituation: Readonly<Record<Situation, Tone>> = {
  draft: 'rest',
  inProgress: 'busy',
  awaitingSignOff: 'wait',
  goLiveScheduled: 'wait',
  inReview: 'wait',
  live: 'good',
  failed: 'bad',
  ownFailure: 'bad',
  canceled: 'rest',
  changesRequested: 'bad',
};

export const toneOfStep: Readonly<Record<StepStatus, Tone>> = {
  notStarted: 'rest',
  inProgress: 'busy',
  waitingForPublisherReview: 'wait',
  waitingForApproval: 'wait',
  blocked: 'bad',
  rejected: 'bad',
  complete: 'good',
  canceled: 'rest',
};
