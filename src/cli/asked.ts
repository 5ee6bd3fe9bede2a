import { randomUUID } from 'node:crypto';
import type { OfferKey } from '../domain/offer/ids';
import type { Language } from '../domain/text/language';
import { type ApiAnswer, type ApiCall, callApi } from './api/call';
import { type Patience, persist } from './api/persist';
import { refusalOf } from './api/refusal';
import { type Connection, type ConnectionFlags, connectionOf } from './connection';
import { languageFor } from './language';
import { nameOf, offerOf } from './offer-argument';
import { type Paint, paintFor } from './output/paint';
import type { Surroundings } from './surroundings';

/** Options that every command takes. */
export type GlobalFlags = ConnectionFlags & { readonly json?: boolean };

/** One command line, read: what was asked, and everything a command needs to answer. */
export type Asked<Flags = object> = {
  readonly words: readonly string[];
  readonly flags: Flags & GlobalFlags;
  readonly surroundings: Surroundings;
  readonly language: Language;
  readonly paint: Paint;
  /** Of the API; throws when none is known. */
  readonly connection: () => Connection;
  /** The offer that these words name, else all words. From then on it stands in every JSON answer. */
  readonly offer: (words?: readonly string[]) => OfferKey;
  /** Reads; whatever is not listed in `also` and not 2xx is thrown as refusal. */
  readonly get: (path: string, options?: Reading) => Promise<ApiAnswer>;
  /** Work that reads the API in another way, with the patience of `get`. */
  readonly reading: <T>(work: () => Promise<T>) => Promise<T>;
  /** Changes; the call has a key of its own, so that repeats change nothing more. */
  readonly send: (call: Change) => Promise<ApiAnswer>;
  /** Words for people; nothing with `--json`. */
  readonly say: (text: string) => void;
  /** The answer: one JSON object with `--json`, else these words. */
  readonly answer: (value: object, text: string) => void;
  /** Remarks that are not part of the answer, on stderr. */
  readonly remark: (text: string) => void;
};

export type Reading = {
  /** Statuses that are answers here. */
  readonly also?: readonly number[];
  /** Of one try. */
  readonly patienceMs?: number;
};

export type Change = Omit<ApiCall, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of a new one, e.g. because a body carries it too. */
  readonly key?: string;
  /** How long to ask again while the API is in trouble; absent: a few seconds. */
  readonly patience?: Patience;
};

/** A command that waits for nothing does not wait long for the API either. */
const shortPatienceMs = 5000;

export function askedOf<Flags>(
  words: readonly string[],
  flags: Flags & GlobalFlags,
  surroundings: Surroundings,
): Asked<Flags> & { readonly about: () => OfferKey | undefined } {
  let about: OfferKey | undefined;
  const isJson = flags.json === true;
  const connection = (): Connection => connectionOf(flags, surroundings);
  const ask = async (call: ApiCall, patience: Patience): Promise<ApiAnswer> =>
    persist(() => callApi(connection(), call), patience);
  const short = (): Patience => ({
    until: Date.now() + shortPatienceMs,
    evenIfAbsent: false,
    interrupted: surroundings.interrupted,
    tell: () => undefined,
  });
  return {
    words,
    flags,
    surroundings,
    language: languageFor(flags.lang, surroundings.environment),
    paint: paintFor(surroundings),
    about: () => about,
    connection,
    offer: (named = words) => (about = offerOf(named, surroundings)),
    get: async (path, { also = [], ...limits } = {}) =>
      checked(await ask({ method: 'GET', path, ...limits }, short()), also),
    reading: async (work) => persist(work, short()),
    send: async ({ key = randomUUID(), headers, patience = short(), ...call }) =>
      checked(await ask({ ...call, headers: { 'Idempotency-Key': key, ...headers } }, patience)),
    say: (text) => (isJson ? undefined : surroundings.stdout(text)),
    answer: (value, text) =>
      surroundings.stdout(isJson ? `${JSON.stringify({ ...nameIn(about), ...value })}\n` : text),
    remark: (text) => surroundings.stderr(text),
  };
}

function checked(answer: ApiAnswer, also: readonly number[] = []): ApiAnswer {
  if ((answer.status >= 200 && answer.status < 300) || also.includes(answer.status)) return answer;
  throw refusalOf(answer);
}

export const nameIn = (about: OfferKey | undefined): { readonly offer?: string } =>
  about === undefined ? {} : { offer: nameOf(about) };
