import type { Context } from 'hono';
import { addressOf } from '../requests/address';
import { type Credential, credentialBySecret } from '../access/credential';
import type { AppDeps } from '../deps';

/** What OAuth calls a refusal; `headers` belong to it. */
export type OAuthRefusal = {
  readonly status: 400 | 401 | 429;
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'temporarily_unavailable';
  readonly error_description: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Exchanged = {
  readonly accessToken: string;
  readonly seconds: number;
  readonly from: Date;
};

type Form = {
  readonly grant_type?: string | undefined;
  readonly client_id?: string | undefined;
  readonly client_secret?: string | undefined;
};

const longestSeconds = 3600;

/** Client credentials for a short-lived token: what clients do that insist on asking a token endpoint. */
export async function exchange(
  deps: AppDeps,
  context: Context,
  form: Form,
): Promise<Exchanged | OAuthRefusal> {
  if (form.grant_type === undefined) return badRequest('grant_type is missing.');
  if (form.grant_type !== 'client_credentials') {
    const error_description = 'The only grant type is client_credentials.';
    return { status: 400, error: 'unsupported_grant_type', error_description };
  }
  const client = basicClient(context) ?? { id: form.client_id, secret: form.client_secret };
  if (!client.id || !client.secret) return badRequest('client_id or client_secret is missing.');

  const address = addressOf(context, deps.settings.proxies);
  const waitSeconds = await deps.limits.signIns.take(address);
  if (waitSeconds !== undefined) return tooMany(waitSeconds);
  const credential = await credentialBySecret(deps, client.secret);
  if (credential === undefined || !credential.names.includes(client.id)) return invalidClient;
  await deps.limits.signIns.giveBack(address);
  return issue(deps, credential);
}

async function issue({ accessTokens, clock }: AppDeps, credential: Credential): Promise<Exchanged> {
  const from = clock();
  const { expiresAt, reference } = credential;
  const left = expiresAt === null ? longestSeconds : (Date.parse(expiresAt) - from.getTime()) / 1000;
  const seconds = Math.floor(Math.min(longestSeconds, left));
  const to = new Date(from.getTime() + seconds * 1000);
  return { accessToken: await accessTokens.issue(reference, { from, to }), seconds, from };
}

/** RFC 6749, section 2.3.1: both halves are form-encoded. */
function basicClient(context: Context): { readonly id: string; readonly secret: string } | undefined {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { id: formDecoded(id), secret: formDecoded(secret.join(':')) };
}

const formDecoded = (text: string): string => new URLSearchParams(`text=${text}`).get('text') ?? '';

const badRequest = (error_description: string): OAuthRefusal => ({
  status: 400,
  error: 'invalid_request',
  error_description,
});

/** One answer for an unknown client, a wrong secret, an expired and a revoked token. */
const invalidClient: OAuthRefusal = {
  status: 401,
  error: 'invalid_client',
  error_description: 'client_id must be the id or name of a valid token, and client_secret the token itself.',
  headers: { 'WWW-Authenticate': 'Basic realm="offer publication"' },
};

const tooMany = (waitSeconds: number): OAuthRefusal => ({
  status: 429,
  error: 'temporarily_unavailable',
  error_description: `Too many attempts failed. Go on in ${waitSeconds} seconds.`,
  headers: { 'Retry-After': String(waitSeconds) },
});
