import type { Grant } from '../../domain/access/grant';
import type { Identity } from '../../domain/access/identity';
import type { SessionTimes } from '../../domain/access/session';
import type { TokenLife } from '../../domain/access/token';

/** An API token without its secret, which is known to its holder alone. */
export type TokenRecord = Grant &
  TokenLife & {
    readonly tokenId: string;
    readonly name: string;
    readonly createdBy: string;
    readonly createdAt: string;
    /** To the minute. */
    readonly lastUsedAt: string | null;
  };

export type NewToken = Grant & {
  readonly name: string;
  /** SHA-256 of the secret. */
  readonly digest: Buffer;
  readonly expiresAt: string | null;
};

export type Tokens = {
  create: (
    token: NewToken,
    actor: string,
  ) => Promise<
    | { readonly kind: 'created'; readonly token: TokenRecord }
    | { readonly kind: 'nameTaken' }
    | { readonly kind: 'noPublisher' }
  >;
  /** Revoked and expired ones, too. */
  find: (tokenId: string) => Promise<TokenRecord | undefined>;
  findByDigest: (digest: Buffer) => Promise<TokenRecord | undefined>;
  /** Unrevoked ones of this publisher, or of none (null), by name. */
  list: (publisherId: string | null) => Promise<readonly TokenRecord[]>;
  /** False when this publisher (or none, null) has no such token. Revoking it again changes nothing. */
  revoke: (token: Pick<TokenRecord, 'tokenId' | 'publisherId'>, actor: string) => Promise<boolean>;
  /** Remembers that it was used, at most once a minute. */
  touch: (tokenId: string) => Promise<void>;
};

export type SessionRecord = SessionTimes & {
  /** Common to a sign-in and all cookies that followed it. */
  readonly sessionId: string;
  /** What was signed in with: a token's id, or a mark of `API_TOKEN`. */
  readonly credential: string;
};

/** Cookies of signed-in browsers, by the SHA-256 of their secret. */
export type Sessions = {
  start: (session: SessionRecord & { readonly digest: Buffer }) => Promise<void>;
  find: (digest: Buffer) => Promise<SessionRecord | undefined>;
  /** Adds another cookie and marks the old one as replaced, once. Nothing happens when the session was ended. */
  renew: (
    old: { readonly sessionId: string; readonly digest: Buffer },
    next: { readonly digest: Buffer; readonly issuedAt: string },
  ) => Promise<void>;
  /** Ends every cookie of the session. */
  end: (sessionId: string) => Promise<void>;
};

/** Our own short-lived tokens: signed, and good only while the credential they were issued for is. */
export type AccessTokens = {
  issue: (credential: string, life: { readonly from: Date; readonly to: Date }) => Promise<string>;
  /** The credential; undefined for anything that is not a valid one of ours. */
  read: (token: string, now: Date) => Promise<string | undefined>;
};

/** Tokens of an identity provider outside. `unsure`: it did not answer. A reason is for the log of whoever runs us. */
export type OutsideTokens = {
  read: (
    token: string,
    now: Date,
  ) => Promise<
    | { readonly kind: 'known'; readonly identity: Identity }
    | { readonly kind: 'wrong'; readonly reason?: string }
    | { readonly kind: 'unsure'; readonly reason: string }
  >;
};
