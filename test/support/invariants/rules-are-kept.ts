import { breaches } from '../breaches';
import type { Invariant } from './invariant';
import { type LoggedPublication, loggedPublications } from './logged-publications';

/** What each log tells broke no rule about votes, dates, reviews and cancels (I1, I4, I6). */
export const rulesAreKept: Invariant = async (system) => (await loggedPublications(system)).flatMap(judge);

function judge({ publicationId, events }: LoggedPublication): readonly string[] {
  const opened = events.find((event) => event.kind === 'opened');
  // A start that was refused has no pipeline, and must have got nowhere.
  if (opened?.kind !== 'opened')
    return events.some(({ kind }) => kind === 'goLiveApproved' || kind === 'wentLive')
      ? [`I1 approved or live although it was never opened (publication ${publicationId})`]
      : [];
  return breaches(events, opened.pipeline).map((what) => `${what} (publication ${publicationId})`);
}
