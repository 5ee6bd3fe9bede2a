import { leadBody } from '../../domain/lead/lead-shapes';
import { classOf, finalReason, OutsideAnswerError, secretsOfUrl, shownAnswer } from '../outbound-answer';
import type { LeadAnswer } from '../ports';
import type { SafeHttp } from '../safe-http/safe-http';
import type { SafeResponse } from '../safe-http/safe-request';
import type { Parcel } from './parcel';

const longestAnswer = 64 * 1024;
const deadlineMs = 30_000;

/**
 * POSTs the lead as JSON. `Idempotency-Key` lets the receiver count a retry once. A redirect is not followed: it
 * would carry a customer's data to a place the publisher did not name.
 */
export async function sendToHttpsEndpoint(
  http: SafeHttp,
  { httpsEndpointUrl: url }: { readonly httpsEndpointUrl: string },
  { lead, key, signal }: Parcel,
): Promise<LeadAnswer> {
  const request = {
    method: 'POST' as const,
    url,
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': key },
    body: JSON.stringify(leadBody(lead)),
    maxBytes: longestAnswer,
    deadlineMs,
    ...(signal && { signal }),
  };
  try {
    return answerOf(await http.request(request), url);
  } catch (error) {
    const reason = finalReason(error);
    if (reason === undefined) throw error;
    return { kind: 'refused', answer: reason };
  }
}

function answerOf({ status, headers, body }: SafeResponse, url: string): LeadAnswer {
  switch (classOf(status)) {
    case 'ok':
      return { kind: 'accepted' };
    case 'passing':
      throw new OutsideAnswerError(`The lead endpoint ${new URL(url).origin} answered HTTP ${status}.`);
    case 'final': {
      const isRedirect = headers['location'] !== undefined;
      const text = isRedirect ? 'It redirects, which is not followed.' : body.toString('utf8');
      return { kind: 'refused', answer: shownAnswer(status, text, secretsOfUrl(url)) };
    }
  }
}
