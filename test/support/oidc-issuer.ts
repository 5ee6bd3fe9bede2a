import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { type LocalServer, startLocalServer } from './local-server';

/**
 * A stand-in for an OpenID Connect provider: it speaks real HTTP and signs real JWTs with its own keys, but knows
 * no users and asks nobody to sign in.
 */
export type OidcIssuer = {
  /** What it calls itself; also its address. */
  readonly issuer: string;
  /** How often its keys were asked for. */
  readonly keyRequests: () => number;
  /** Signs with the newest key, good for five minutes from `now`. */
  readonly sign: (claims: JWTPayload, change?: SignChange) => Promise<string>;
  /** From now on it signs with another key; the old one is published no longer. */
  readonly rotate: () => Promise<void>;
  readonly answers: { discovery: 'good' | 'otherIssuer' | 'error'; keys: 'good' | 'error' };
  readonly close: LocalServer['close'];
};

type SignChange = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly issuedAt?: Date;
  readonly expiresAt?: Date | null;
  readonly keyId?: string;
};

type Signing = { readonly id: string; readonly private: CryptoKey; readonly public: JWK };

export async function startOidcIssuer(now: Date): Promise<OidcIssuer> {
  let key = await newKey('first');
  let keyRequests = 0;
  const answers: OidcIssuer['answers'] = { discovery: 'good', keys: 'good' };
  const server = await startLocalServer((request, response) => {
    const send = (status: number, body: unknown): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/.well-known/openid-configuration') {
      if (answers.discovery === 'error') return send(500, {});
      const issuer = answers.discovery === 'good' ? server.origin : 'https://elsewhere.example';
      return send(200, { issuer, jwks_uri: `${server.origin}/keys` });
    }
    keyRequests++;
    return answers.keys === 'error' ? send(503, {}) : send(200, { keys: [key.public] });
  });
  return {
    issuer: server.origin,
    keyRequests: () => keyRequests,
    sign: (claims, change = {}) => {
      const { issuer = server.origin, audience = 'offers', issuedAt = now } = change;
      const { expiresAt = new Date(now.getTime() + 300_000), keyId = key.id } = change;
      const jwt = new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: keyId })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt);
      if (expiresAt !== null) jwt.setExpirationTime(expiresAt);
      return jwt.sign(key.private);
    },
    rotate: async () => void (key = await newKey('second')),
    answers,
    close: server.close,
  };
}

async function newKey(id: string): Promise<Signing> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { id, private: privateKey, public: { ...(await exportJWK(publicKey)), kid: id, use: 'sig' } };
}
