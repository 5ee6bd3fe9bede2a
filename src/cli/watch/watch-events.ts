import { headersFor, throwIfTokenRefused } from '../api/call';
import { eventsIn, type ServerEvent } from '../api/event-source';
import { interruptiblePause, persist } from '../api/persist';
import { refusalOf } from '../api/refusal';
import { silence, troubleOf } from '../api/trouble';
import type { Connection } from '../connection';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';

export type EventsWanted = {
  readonly connection: Connection;
  readonly path: string;
  /** Begin after this event; absent: with what happens from now on. */
  readonly after: string | undefined;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly tell: (trouble: CliFailure) => void;
};

const pauseMs = 500;
/** Longer than any timer can be set to counts as for ever. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * Events until the API says that there are no more. When the connection ends, it is made again from the event that came
 * last: none is lost, none comes twice.
 */
export async function* watchEvents(wanted: EventsWanted): AsyncGenerator<ServerEvent> {
  const { connection, deadline, tell } = wanted;
  const { interrupted } = connection;
  let { after } = wanted;
  let isKnown = false;
  const limits = limitsOf(wanted);
  for (;;) {
    const last = after;
    const patience = { until: deadline, evenIfAbsent: isKnown, interrupted, tell };
    const answer = await persist(() => open(wanted, last, limits), patience);
    if (answer.status === 204 || answer.body === null) return;
    isKnown = true;
    try {
      for await (const event of eventsIn(answer.body)) {
        if (event.id !== '') after = event.id;
        yield event;
      }
    } catch (error) {
      limits.throwIfAborted();
      tell(silence(connection.api, error));
    }
    await interruptiblePause(pauseMs, interrupted);
  }
}

async function open(
  { connection, path }: EventsWanted,
  after: string | undefined,
  limits: AbortSignal,
): Promise<Response> {
  const { api } = connection;
  let answer: Response;
  try {
    answer = await fetch(`${api}${path}`, {
      headers: {
        ...headersFor(connection),
        Accept: 'text/event-stream',
        ...(after === undefined ? {} : { 'Last-Event-ID': after }),
      },
      signal: limits,
    });
  } catch (error) {
    limits.throwIfAborted();
    throw silence(api, error);
  }
  if (answer.ok) return answer;
  const body: unknown = await answer.json().catch(() => undefined);
  throwIfTokenRefused(api, answer.status, body);
  throw troubleOf(api, answer, body) ?? refusalOf({ status: answer.status, body, etag: undefined });
}

/** Ends with a failure that says so when the time is over. */
function limitsOf({ connection, deadline }: EventsWanted): AbortSignal {
  const left = deadline - Date.now();
  if (left > longestTimerMs) return connection.interrupted;
  const over = new AbortController();
  const why = new CliFailure(exitCodes.timeout, 'The time is over.', { code: 'timedOut' });
  setTimeout(() => over.abort(why), left).unref();
  return AbortSignal.any([connection.interrupted, over.signal]);
}
