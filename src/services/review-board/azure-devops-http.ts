import type { z } from 'zod';
import { shownAnswer } from '../outbound-answer';
import type { Clock } from '../ports';
import type { SafeHttp } from '../safe-http/safe-http';
import { SafeHttpError } from '../safe-http/safe-http-error';
import type { SafeResponse } from '../safe-http/safe-request';
import { AzureDevOpsError } from './azure-devops-error';
import type { AzureDevOpsSettings } from './azure-devops-settings';

export type AzureDevOpsRoles = {
  readonly http: Pick<SafeHttp, 'request'>;
  readonly clock: Clock;
  readonly settings: AzureDevOpsSettings;
};

export type Asked<Answer> = {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below the project, `wit/workitems/12`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Preview resources want theirs said. */
  readonly version?: string;
  readonly schema: z.ZodType<Answer>;
};

/** One call of the REST API. Throws {@link AzureDevOpsError} and nothing else. */
export type AzureDevOpsHttp = <Answer>(asked: Asked<Answer>) => Promise<Answer>;

const deadlineMs = 20_000;
const longestAnswer = 8 * 1024 * 1024;

/**
 * Speaks the REST API, version 7.1, as https://learn.microsoft.com/rest/api/azure/devops tells it. Whoever was told to
 * wait (429, or 503 with `Retry-After`) waits: until then calls fail at once and nothing is sent.
 */
export function createAzureDevOpsHttp({ http, clock, settings }: AzureDevOpsRoles): AzureDevOpsHttp {
  const { organizationUrl, project, personalAccessToken } = settings;
  const base = `${organizationUrl}/${encodeURIComponent(project)}/_apis`;
  const authorization = `Basic ${Buffer.from(`:${personalAccessToken}`).toString('base64')}`;
  let quietUntil = 0;
  return async ({ method, path, query = {}, body, version = '7.1', schema }) => {
    const left = quietUntil - clock().getTime();
    if (left > 0) throw throttled(left);
    const search = new URLSearchParams({ ...query, 'api-version': version });
    const answer = await sent(http, {
      method,
      url: `${base}/${path}?${search.toString()}`,
      headers: {
        authorization,
        accept: 'application/json',
        // Else a token that is not valid is answered with the way to a sign-in page.
        'x-tfs-fedauthredirect': 'Suppress',
        ...(body === undefined ? {} : { 'content-type': typeOf(method, path) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      deadlineMs,
      maxBytes: longestAnswer,
    });
    const pauseMs = pauseOf(answer, clock());
    if (pauseMs !== undefined) quietUntil = clock().getTime() + pauseMs;
    return read(answer, schema, { secret: personalAccessToken, pauseMs });
  };
}

const typeOf = (method: string, path: string): string =>
  method === 'PATCH' || path.includes('/$') ? 'application/json-patch+json' : 'application/json';

async function sent(
  http: AzureDevOpsRoles['http'],
  request: Parameters<SafeHttp['request']>[0],
): Promise<SafeResponse> {
  try {
    return await http.request(request);
  } catch (error) {
    if (!(error instanceof SafeHttpError)) throw error;
    throw new AzureDevOpsError('away', `Azure DevOps gave no answer: ${error.message}.`);
  }
}

type Context = { readonly secret: string; readonly pauseMs: number | undefined };

function read<Answer>(answer: SafeResponse, schema: z.ZodType<Answer>, context: Context): Answer {
  const { status } = answer;
  const isJson = /^application\/json\b/i.test(answer.headers['content-type'] ?? '');
  // A token that does not count gets a page to sign in: 203, a redirect to it, or 401.
  if (status === 401 || status === 203 || (status < 400 && !isJson)) throw badToken(status);
  if (status >= 400) throw refusalOf(answer, context);
  const parsed = schema.safeParse(jsonOf(answer));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.map(String).join('.')}: ${issue.message})`;
  throw new AzureDevOpsError('away', `Azure DevOps answered something else than it documents${where}.`);
}

function refusalOf(answer: SafeResponse, { secret, pauseMs }: Context): AzureDevOpsError {
  const { status } = answer;
  const said = shownAnswer(status, messageOf(answer), [secret]);
  switch (status) {
    case 403:
      return new AzureDevOpsError('forbidden', `The token may not do this in Azure DevOps: ${said}`);
    case 404:
      return new AzureDevOpsError('notFound', `Azure DevOps does not know what we asked for: ${said}`);
    case 409:
    case 412:
      return new AzureDevOpsError('changed', `The work item was changed meanwhile: ${said}`);
    case 429:
      return throttled(pauseMs ?? usualPauseMs);
    default:
      return status === 408 || status >= 500
        ? new AzureDevOpsError('away', `Azure DevOps cannot answer now: ${said}`, pauseMs)
        : new AzureDevOpsError('refused', `Azure DevOps refused: ${said}`);
  }
}

const badToken = (status: number): AzureDevOpsError =>
  new AzureDevOpsError(
    'badToken',
    `Azure DevOps does not take our personal access token (HTTP ${status}): it is wrong, expired or revoked. Set a valid one in AZURE_DEVOPS.`,
  );

const throttled = (pauseMs: number): AzureDevOpsError =>
  new AzureDevOpsError(
    'throttled',
    `Azure DevOps asks us to wait ${Math.ceil(pauseMs / 1000)} s before the next request.`,
    pauseMs,
  );

const usualPauseMs = 30_000;
const longestPauseMs = 10 * 60_000;

/** Slowed down answers carry the same headers with status 200, and are answers: nobody has to wait for them twice. */
function pauseOf({ status, headers }: SafeResponse, now: Date): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const { 'retry-after': after = '', 'x-ratelimit-reset': reset = '' } = headers;
  const seconds = /^\d{1,6}$/.test(after) ? Number(after) : undefined;
  const untilReset = /^\d{1,12}$/.test(reset) ? Number(reset) - now.getTime() / 1000 : undefined;
  const pause = seconds ?? untilReset ?? (status === 429 ? usualPauseMs / 1000 : undefined);
  return pause === undefined ? undefined : Math.min(Math.max(pause * 1000, 0), longestPauseMs);
}

function messageOf(answer: SafeResponse): string {
  const body = jsonOf(answer);
  const message: unknown = typeof body === 'object' && body !== null && 'message' in body ? body.message : '';
  return typeof message === 'string' ? message : '';
}

function jsonOf({ body }: SafeResponse): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
