import type { OfferKey } from '../../domain/offer/ids';
import type { CommandName } from '../../domain/publication/commands';
import { refusalCodeOf } from '../../domain/publication/refusal-codes';
import { situationOf } from '../../domain/publication/situation';
import type { PublicationStatus } from '../../domain/publication/status';
import { answerTo } from '../../domain/publication/told-answer';
import { statusLabel } from '../../domain/text/labels';
import { messageText } from '../../domain/text/publication/publication';
import { terminalText } from '../../domain/text/terminal/terminal';
import { interruptiblePause, persist } from '../api/persist';
import { ApiTrouble } from '../api/trouble';
import type { Connection } from '../connection';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { Interruption } from '../interruption';
import { nameOf } from '../offer-argument';
import { nextCommands } from '../output/status-text';
import { type Publication, readPublication } from '../publication';

const everyMs = 1000;

export type Watching = {
  readonly connection: Connection;
  readonly offer: OfferKey;
  /** Follow this attempt; absent: the newest, of a message the one that has got it. */
  readonly publicationId?: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  /** `preview`: it is enough that the preview is open and the publisher has to decide. */
  readonly until: Until;
  /** A message to it: accepted before it was answered, it can be refused yet, and then nothing follows from it. */
  readonly sent?: Sent;
  /** Called with what keeps us from looking, once per trouble. */
  readonly tell: (remark: string) => void;
};

export type Sent = { readonly name: CommandName; readonly requestId: string };

export type Until = 'preview' | 'live';

/**
 * The publication each time it is looked at, until it ends or has come far enough. An API that restarts or a network
 * that is away is waited for; the publication goes on meanwhile.
 */
export async function* watchPublication(watching: Watching): AsyncGenerator<Publication> {
  const { connection, offer, sent, deadline, until, tell } = watching;
  let { publicationId } = watching;
  let seen: Publication | undefined;
  // Whoever just accepted a publication or a message is the right address, even if nothing listens there for a while.
  let isKnown = publicationId !== undefined || sent !== undefined;
  try {
    for (;;) {
      const patience = {
        until: deadline,
        evenIfAbsent: isKnown,
        interrupted: connection.interrupted,
        tell: ({ message }: ApiTrouble) =>
          tell(`${message} ${terminalText('tryingAgain', connection.language)}`),
      };
      const attempt = publicationId;
      const publication = await persist(() => readPublication(connection, offer, attempt), patience);
      isKnown = true;
      if (publication === undefined && attempt === undefined && sent === undefined) return;
      if (publication !== undefined && (attempt !== undefined || isMeant(watching, publication.status))) {
        if (sent !== undefined) publicationId = publication.status.publicationId;
        seen = publication;
        yield publication;
        throwIfRefused(watching, publication.status);
        if (isThere(publication.status, until)) return;
      }
      if (Date.now() + everyMs > deadline) throw tooLate(watching, seen);
      await interruptiblePause(everyMs, connection.interrupted);
    }
  } catch (error) {
    if (error instanceof Interruption) throw stopped(watching);
    if (error instanceof ApiTrouble && isKnown && Number.isFinite(deadline))
      throw tooLate(watching, seen, error.message);
    throw error;
  }
}

/** One that had ended before the message came says nothing of it. */
const isMeant = ({ sent }: Watching, status: PublicationStatus): boolean =>
  sent === undefined || status.endedAt === null || answerTo(status, sent) !== undefined;

function throwIfRefused({ sent, connection, offer }: Watching, status: PublicationStatus): void {
  if (sent?.name === 'cancel' && status.outcome === 'live') {
    const words = terminalText('wentLive', connection.language, { offer: nameOf(offer) });
    throw new CliFailure(exitCodes.conflict, words, { code: 'cancelNotAllowed' });
  }
  const told = sent && answerTo(status, sent);
  if (told?.kind !== 'refused') return;
  const { code } = told.message;
  throw new CliFailure(exitCodes.conflict, messageText(told.message, connection.language), {
    code: refusalCodeOf(code) ?? code,
  });
}

function isThere(status: PublicationStatus, until: Until): boolean {
  if (status.endedAt !== null) return true;
  const situation = situationOf(status);
  return until === 'preview' && (situation === 'awaitingSignOff' || situation === 'goLiveScheduled');
}

function tooLate(
  { offer, connection }: Watching,
  seen: Publication | undefined,
  trouble?: string,
): CliFailure {
  const { language } = connection;
  const label = seen === undefined ? terminalText('notBegun', language) : statusLabel(seen.status, language);
  const why = trouble === undefined ? '' : ` ${trouble}`;
  const next = seen === undefined ? [] : nextCommands(seen.status, language);
  return new CliFailure(
    exitCodes.timeout,
    [
      `${terminalText('gaveUp', language, { offer: nameOf(offer), label })}${why} ${terminalText('goesOn', language, { command: followCommand(offer) })}`,
      ...next,
    ].join('\n'),
    { code: 'timedOut' },
  );
}

const followCommand = (offer: OfferKey): string => `offer status ${nameOf(offer)} --watch`;

const stopped = ({ offer, connection }: Watching): CliFailure =>
  new CliFailure(
    exitCodes.interrupted,
    terminalText('stopped', connection.language, { offer: nameOf(offer), command: followCommand(offer) }),
    { code: 'interrupted' },
  );
