import type { OfferKey } from '../domain/offer/ids';
import type { ReportedException } from '../domain/certification/report/report-schema';
import type { PublicationStatus } from '../domain/publication/status';
import { statusLabel } from '../domain/text/labels';
import type { Language, Message } from '../domain/text/language';
import { callApi, offerPath } from './api/call';
import { isRecord, readError } from './api/read-error';
import { refusalOf } from './api/refusal';
import type { Connection } from './connection';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

/** What `GET .../publication` answers. */
export type Publication = {
  readonly status: PublicationStatus;
  readonly progress: readonly Item[];
  /** Null before certification is over; absent from an API of an earlier release. */
  readonly certification?: Certificate | null;
  readonly links: {
    readonly status: string;
    readonly preview: readonly { readonly subscription: string; readonly uri: string }[];
    readonly live: readonly { readonly text: string; readonly uri: string }[];
  };
};

/** The signed report in short, and its path below the API's address. */
export type Certificate = {
  readonly digest: string;
  readonly validUntil: string | null;
  readonly exceptions: readonly ReportedException[];
  readonly report: string;
};

export type Item = {
  readonly item: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly state: 'running' | 'waiting' | 'done';
  readonly message?: Message;
};

/** How a publication stands in every JSON answer; `null` before there is one. */
export type Standing = {
  readonly label: string;
  readonly status: PublicationStatus | null;
  readonly progress: readonly Item[];
  readonly links: Publication['links'] | null;
  readonly certification: Certificate | null;
};

export function standingOf(publication: Publication | undefined, language: Language): Standing {
  if (publication === undefined)
    return {
      label: statusLabel('neverPublished', language),
      status: null,
      progress: [],
      links: null,
      certification: null,
    };
  const { certification = null, ...rest } = publication;
  return { label: statusLabel(publication.status, language), ...rest, certification };
}

/** The newest publication, or the one asked for; undefined when there is none (yet). */
export async function readPublication(
  connection: Connection,
  offer: OfferKey,
  publicationId?: string,
): Promise<Publication | undefined> {
  const query = publicationId === undefined ? '' : `?publicationId=${encodeURIComponent(publicationId)}`;
  const answer = await callApi(connection, {
    method: 'GET',
    path: `${offerPath(offer)}/publication${query}`,
  });
  const { status, body } = answer;
  if (status === 200 && isPublication(body)) return body;
  if (status === 200)
    throw new CliFailure(exitCodes.ourFault, `${connection.api} does not answer as this product does.`);
  if (status === 404 && (readError(body).code === 'NeverPublished' || publicationId !== undefined))
    return undefined;
  throw refusalOf(answer);
}

function isPublication(body: unknown): body is Publication {
  return (
    isRecord(body) && isRecord(body['status']) && Array.isArray(body['progress']) && isRecord(body['links'])
  );
}
