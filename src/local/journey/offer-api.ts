import { randomUUID } from 'node:crypto';
import type { OfferDocument } from '../../domain/offer/document';
import type { PublicationAnswer } from '../../http/publication/publication-answer';
import { shortPause, untilAnswered } from './until-answered';

export type { PublicationAnswer };

/** The API as a release pipeline would use it, for one offer. While it is away, changes are asked for again. */
export type OfferApi = {
  /** The newest, or the one with this id; undefined while there is none. */
  readonly publication: (publicationId?: string) => Promise<PublicationAnswer | undefined>;
  /** What customers see, its secrets masked; undefined while there is none. */
  readonly live: () => Promise<OfferDocument | undefined>;
  readonly saveDraft: (draft: OfferDocument) => Promise<void>;
  /** Returns the publication's id. */
  readonly publish: (notificationEmails: readonly string[]) => Promise<string>;
  readonly goLive: () => Promise<void>;
};

/** A refusal by the API: its own words, which say what to do. */
export class ApiRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiRefusal';
    this.status = status;
  }
}

export function offerApi(api: {
  readonly url: string;
  readonly token: string;
  readonly publisherId: string;
  readonly offerId: string;
  /** Between two attempts. */
  readonly pause?: () => Promise<void>;
}): OfferApi {
  const base = `${api.url}/api/publishers/${api.publisherId}/offers/${api.offerId}`;
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json', 'if-match': '*' },
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiRefusal(answer.status, refusalText(answer.status, text));
    return text === '' ? undefined : JSON.parse(text);
  };
  const change = (method: string, path: string, body: unknown): Promise<unknown> =>
    untilAnswered(() => call(method, path, body), api.pause ?? shortPause);
  const find = async (path: string): Promise<unknown> => {
    try {
      return await call('GET', path);
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return undefined;
      throw error;
    }
  };
  return {
    publication: async (publicationId) => {
      const which = publicationId === undefined ? '' : `?publicationId=${publicationId}`;
      return (await find(`/publication${which}`)) as PublicationAnswer | undefined;
    },
    live: async () =>
      (await untilAnswered(() => find('/slot/Production'), api.pause ?? shortPause)) as
        OfferDocument | undefined,
    saveDraft: async (draft) => void (await change('PUT', '', draft)),
    publish: async (emails) => {
      // An offer has one open publication: published again from the same draft, it answers with that one.
      const accepted = await change('POST', '/publish', {
        metadata: { 'notification-emails': emails.join(',') },
      });
      return (accepted as { publicationId: string }).publicationId;
    },
    goLive: async () => {
      // One requestId for all attempts: the first answer to it stands.
      await change('POST', '/golive', { requestId: randomUUID() });
    },
  };
}

type ErrorBody = {
  readonly error?: { readonly message?: string; readonly details?: readonly { readonly message?: string }[] };
};

function refusalText(status: number, text: string): string {
  try {
    const { error } = JSON.parse(text) as ErrorBody;
    const lines = [error?.message, ...(error?.details ?? []).map(({ message }) => `  ${message}`)];
    return lines.filter(Boolean).join('\n') || `the API answered ${status}`;
  } catch {
    return `the API answered ${status}: ${text.slice(0, 200)}`;
  }
}
