import { RestError } from '@azure/storage-blob';
import { DeadlineError } from './deadline';

/**
 * What went wrong at one storage account. Carries no cause: the client library's errors hold whole requests, and with
 * them signatures.
 */
export class BlobStoreError extends Error {
  readonly account: string;
  readonly status: number | undefined;
  readonly code: string | undefined;

  constructor(account: string, message: string, answer: { status?: number; code?: string } = {}) {
    super(message);
    this.name = 'BlobStoreError';
    this.account = account;
    this.status = answer.status;
    this.code = answer.code;
  }
}

/** Says in our words which account failed at what; anything that is not the service's or the network's stays as it is. */
export function explainFailure(account: string, doing: string, error: unknown): unknown {
  if (error instanceof DeadlineError) {
    return new BlobStoreError(
      account,
      `Storage account ${account} did not ${doing} in time. ${error.message}`,
    );
  }
  if (!(error instanceof RestError)) return error;
  const { statusCode: status } = error;
  const code = errorCode(error);
  if (status === undefined) {
    const message = `Storage account ${account} could not be reached to ${doing} (${code ?? 'no answer'}).`;
    return new BlobStoreError(account, message, code === undefined ? {} : { code });
  }
  const message = `Storage account ${account} refused to ${doing}: ${status} ${code ?? ''}`.trimEnd();
  return new BlobStoreError(account, `${message}.`, code === undefined ? { status } : { status, code });
}

/** HEAD answers have no body, so the service's code is in the details there. */
function errorCode({ code, details }: RestError): string | undefined {
  if (code !== undefined && code !== RestError.REQUEST_SEND_ERROR) return code;
  const fromHeader: unknown =
    typeof details === 'object' && details !== null && 'errorCode' in details ? details.errorCode : undefined;
  return typeof fromHeader === 'string' ? fromHeader : code;
}
