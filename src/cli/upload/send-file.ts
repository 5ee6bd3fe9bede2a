import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiAnswer } from '../api/call';
import { headersFor, throwIfTokenRefused } from '../api/call';
import { silence, troubleOf } from '../api/trouble';
import type { Connection } from '../connection';
import { sparseContentType, sparseFrames } from './sparse-frames';
import type { SourceFile } from './source-file';

const lateAnswerMs = 300;

export type SentFile = ApiAnswer & {
  /** SHA-256 of what was read, hex. */
  readonly digest: string;
};

export type Sending = {
  readonly path: string;
  readonly file: SourceFile;
  readonly at: (bytes: number) => void;
};

/** Streams a file to the API as it is read; stretches of zeros are named, not sent. */
export async function sendFile(connection: Connection, { path, file, at }: Sending): Promise<SentFile> {
  const { api, interrupted } = connection;
  const hash = createHash('sha256');
  let read = 0;
  const told = async function* (): AsyncGenerator<Buffer> {
    for await (const block of file.blocks()) {
      hash.update(block);
      read += block.length;
      at(read);
      yield block;
    }
  };
  const request = begin(connection, path, file);
  const answered = answerOf(request);
  let status: number;
  let body: unknown;
  try {
    const sending = pipeline(sparseFrames(told()), request, { signal: interrupted });
    const answer = await answerDuring(sending, answered);
    status = answer.statusCode ?? 0;
    body = parsed(await text(answer));
  } catch (error) {
    request.destroy();
    interrupted.throwIfAborted();
    throw silence(api, error);
  }
  request.destroy();
  const trouble = troubleOf(api, { status, headers: new Headers() }, body);
  if (trouble !== undefined) throw trouble;
  throwIfTokenRefused(api, status, body);
  return { status, body, etag: undefined, digest: hash.digest('hex') };
}

function begin(connection: Connection, path: string, file: SourceFile): ClientRequest {
  const url = new URL(`${connection.api}${path}`);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return send(url, {
    method: 'PUT',
    // A connection of its own: one that was refused half way is good for nothing else.
    agent: false,
    headers: {
      ...headersFor(connection),
      'Content-Type': sparseContentType,
      'Offer-File-Length': String(file.bytes),
    },
  });
}

/** A refusal may come before all is sent. Then sending may fail first, and the answer says why a moment later. */
async function answerDuring(
  sending: Promise<void>,
  answered: Promise<IncomingMessage>,
): Promise<IncomingMessage> {
  const failed = sending.then(
    () => answered,
    async (error: unknown) => {
      await pause(lateAnswerMs, undefined, { ref: false });
      throw error;
    },
  );
  return Promise.race([answered, failed]);
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return answer;
}

function parsed(words: string): unknown {
  try {
    return words === '' ? undefined : JSON.parse(words);
  } catch {
    return undefined;
  }
}
