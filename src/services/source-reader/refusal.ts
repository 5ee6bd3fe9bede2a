import type { SourceRefusal } from '../../domain/certification/source-facts';
import type { SourceAnswer } from '../ports';
import type { SafeHttpError } from '../safe-http/safe-http-error';
import type { SafeResponse } from '../safe-http/safe-request';

const reasons: Readonly<Record<number, SourceRefusal>> = {
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'notFound',
  410: 'notFound',
  412: 'changed',
};

/** An answer that is not the one asked for, and that asking again would not change. */
export function refusalOf({ status, headers }: SafeResponse): SourceAnswer<never> {
  const code = headers['x-ms-error-code'];
  // The service's own word for it, unless the publisher's server makes up something else.
  const detail = code !== undefined && /^\w{1,60}$/.test(code) ? `${status} ${code}` : `${status}`;
  return { kind: 'refused', status, reason: reasons[status] ?? 'badUrl', detail };
}

export function refusalOfFault({ code, detail }: SafeHttpError): SourceAnswer<never> {
  return { kind: 'refused', status: 0, reason: code === 'blocked' ? 'blocked' : 'badUrl', detail };
}
