import { withoutSecrets } from '../domain/certification/without-secrets';
import { withoutQuery } from '../domain/replication/source-url';
import type { ImageTools } from '../inspection/image/image-tools';
import { digests } from '../services/digests';
import { createSafeHttp } from '../services/safe-http/safe-http';
import { SafeHttpError } from '../services/safe-http/safe-http-error';
import { type AskPace, patientPace, StorageBusy } from '../services/source-reader/ask';
import { createSourceReader } from '../services/source-reader/source-reader';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

/**
 * The worker's own tools, put together for one command. Whoever typed a URL trusts its origin; wherever that redirects
 * to is held to the same rules as in the worker.
 */
export function openImageTools(trustedOrigins: readonly string[], pace: AskPace = patientPace): ImageTools {
  const http = createSafeHttp({ trustedOrigins });
  const sources = createSourceReader(http, pace);
  return {
    digests,
    sources: {
      stat: (url, signal) => answering(url, () => sources.stat(url, signal)),
      dataRanges: (url, signal) => answering(url, () => sources.dataRanges(url, signal)),
      read: (url, range, signal) => answering(url, () => sources.read(url, range, signal)),
    },
    close: () => http.close(),
  };
}

/** A worker tries for days; whoever sits at a terminal is told what happened, without what is secret in the address. */
async function answering<Answer>(url: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const why = whyNoAnswer(error);
    if (why === undefined) throw error;
    const shown = withoutSecrets(withoutQuery(url));
    throw new CliFailure(
      exitCodes.unreachable,
      `The image at ${shown} cannot be read now: ${why}. Nothing was judged. Check the address and your network, then try again.`,
    );
  }
}

function whyNoAnswer(error: unknown): string | undefined {
  if (error instanceof StorageBusy) return error.message.replace(/^T/, 't');
  const isSilence = error instanceof SafeHttpError && error.code !== 'canceled';
  return isSilence ? error.detail : undefined;
}
