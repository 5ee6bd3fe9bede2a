import type { OfferKey } from '../domain/offer/ids';
import type { PublicationStatus } from '../domain/publication/status';
import type { Message } from '../domain/text/language';
import { callApi, errorOf, isRecord, offerPath } from './api';
import type { Connection } from './connection';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

/** What `GET .../publication` answers. */
export type Publication = {
  readonly status: PublicationStatus;
  readonly progress: readonly Item[];
  readonly links: {
    readonly status: string;
    readonly preview: readonly { readonly subscription: string; readonly uri: string }[];
    readonly live: readonly { readonly text: string; readonly uri: string }[];
  };
};

export type Item = {
  readonly item: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly state: 'running' | 'waiting' | 'done';
  readonly message?: Message;
};

/** The newest publication, or the one asked for; undefined when there is none (yet). */
export async function readPublication(
  connection: Connection,
  offer: OfferKey,
  publicationId?: string,
): Promise<Publication | undefined> {
  const query = publicationId === undefined ? '' : `?publicationId=${encodeURIComponent(publicationId)}`;
  const path = `${offerPath(offer)}/publication${query}`;
  const { status, body } = await callApi(connection, { method: 'GET', path });
  if (status === 200 && isPublication(body)) return body;
  const { code, message } = errorOf(body);
  if (status === 404 && (code === 'NeverPublished' || publicationId !== undefined)) return undefined;
  throw new CliFailure(status === 200 ? exitCodes.ourFault : exitCodes.usage, message);
}

function isPublication(body: unknown): body is Publication {
  return (
    isRecord(body) && isRecord(body['status']) && Array.isArray(body['progress']) && isRecord(body['links'])
  );
}
