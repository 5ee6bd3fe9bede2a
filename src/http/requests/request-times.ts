import type { IncomingMessage, Server } from 'node:http';
import { isStreamed } from './limits';

const minute = 60_000;

export type RequestTimes = {
  /** For a whole request that is not an upload. */
  readonly wholeMs: number;
  /** Between two pieces of an upload. */
  readonly pauseMs: number;
};

const usual: RequestTimes = { wholeMs: 5 * minute, pauseMs: 2 * minute };

/**
 * How long a request may take to arrive. Node ends every one after five minutes, which no disk of a terabyte keeps: an
 * upload may take as long as it likes, so long as something comes. Headers keep Node's own limit.
 */
export function limitTimes(server: Pick<Server, 'on' | 'requestTimeout'>, times: RequestTimes = usual): void {
  server.requestTimeout = 0;
  server.on('request', (request: IncomingMessage) => {
    const path = request.url?.split('?')[0] ?? '';
    if (isStreamed(request.method ?? '', path)) limitPauses(request, times.pauseMs);
    else limitWhole(request, times.wholeMs);
  });
}

function limitWhole(request: IncomingMessage, milliseconds: number): void {
  const timer = setTimeout(() => request.destroy(), milliseconds);
  const stop = (): void => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}

/** By the bytes that have come, because listening to the data would take it from who reads it. */
function limitPauses(request: IncomingMessage, milliseconds: number): void {
  let seen = -1;
  const timer = setInterval(() => {
    const { bytesRead } = request.socket;
    // What has come and is not read yet waits for us, not for the sender.
    if (bytesRead === seen && request.readableLength === 0) request.destroy();
    seen = bytesRead;
  }, milliseconds);
  const stop = (): void => clearInterval(timer);
  request.once('end', stop).once('close', stop);
}
