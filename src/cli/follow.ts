import { setTimeout as pause } from 'node:timers/promises';
import type { OfferKey } from '../domain/offer/ids';
import { situationOf } from '../domain/publication/situation';
import type { PublicationStatus } from '../domain/publication/status';
import { statusLabel, stepName, stepStatusLabel } from '../domain/text/labels';
import { messageText } from '../domain/text/publication';
import type { Connection } from './connection';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';
import { nameOf } from './offer-argument';
import { type Publication, readPublication } from './publication';

const everyMs = 1000;

export type Following = {
  readonly connection: Connection;
  readonly offer: OfferKey;
  /** Follow this attempt; absent: the newest. */
  readonly publicationId?: string;
  readonly deadline: number;
  /** `signOff`: it is enough that the publisher has to decide. */
  readonly until: 'end' | 'signOff';
};

/** Tells each change in one line, until the publication ends or waits for the publisher. */
export async function follow(
  following: Following,
  tell: (line: string) => void,
): Promise<Publication | undefined> {
  const { connection, offer, publicationId } = following;
  let told = new Set<string>();
  for (;;) {
    const publication = await readPublication(connection, offer, publicationId);
    if (publication === undefined && publicationId === undefined) return undefined;
    if (publication !== undefined) {
      const lines = linesOf(publication);
      for (const line of lines.filter((each) => !told.has(each))) tell(`${line}\n`);
      told = new Set(lines);
      if (isThere(publication.status, following.until)) return publication;
    }
    if (Date.now() + everyMs > following.deadline) throw tooLate(offer, publication);
    await pause(everyMs);
  }
}

function isThere(status: PublicationStatus, until: Following['until']): boolean {
  if (status.endedAt !== null) return true;
  const situation = situationOf(status);
  return until === 'signOff' && (situation === 'awaitingSignOff' || situation === 'goLiveScheduled');
}

function tooLate(offer: OfferKey, publication: Publication | undefined): CliFailure {
  const label = publication === undefined ? 'not begun by any worker' : statusLabel(publication.status, 'en');
  return new CliFailure(
    exitCodes.timeout,
    `Gave up waiting for ${nameOf(offer)} (${label}). It goes on: offer status ${nameOf(offer)} --watch`,
  );
}

/** Everything there is to tell; whatever was told before is left out by {@link follow}. */
function linesOf({ status }: Publication): readonly string[] {
  return status.steps.flatMap((step) => {
    const name = stepName(step.id, 'en');
    const begun = step.status === 'notStarted' ? [] : [`${name}: ${stepStatusLabel(step.status, 'en')}`];
    return [
      ...step.messages.map(({ at, message }) => `${at} ${name}: ${messageText(message, 'en')}`),
      ...begun,
    ];
  });
}
