import { whyNotCancel } from '../../../domain/publication/cancellation';
import type { PublicationStatus } from '../../../domain/publication/status';
import { stepName } from '../../../domain/text/labels';
import { messageText } from '../../../domain/text/publication/publication';
import { timeText } from '../../../domain/text/quantity';
import type { Words } from '../../words/words';
import type { Allowed } from './view';

/** Why Go live is not possible while the publication runs, or from when on it is. */
export function whyNotGoLiveText(
  status: PublicationStatus,
  { byRole }: Allowed,
  { say, language }: Words,
): string {
  const { goLive, cancellation, pipeline } = status;
  if (cancellation === 'cancelRequested') return say('why.canceling');
  if (goLive.approved) return say('why.decided');
  if (!byRole) return say('why.role');
  if (goLive.notBefore !== undefined && goLive.votes.length >= (pipeline?.votes ?? 1)) {
    return say('why.scheduled', { time: timeText(goLive.notBefore, language) });
  }
  if (goLive.votes.length > 0) return say('why.voted');
  const signOff = pipeline?.steps.find(({ stages }) => stages.includes('signOff'));
  return say('why.goLiveLater', { step: stepName(signOff?.id ?? 'publisher-signoff', language) });
}

export function whyNotCancelText(
  status: PublicationStatus,
  { byRole }: Allowed,
  { say, language }: Words,
): string {
  if (status.cancellation === 'cancelRequested') return say('why.canceling');
  const reason = whyNotCancel(status);
  if (reason !== undefined) return messageText(reason, language);
  return byRole ? '' : say('why.role');
}
