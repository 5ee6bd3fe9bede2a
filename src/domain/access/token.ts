import type { Grant } from './grant';
import type { Identity } from './identity';

/** Lower case, so that two names never differ in case alone; no `@`, which parts name and publisher in an actor. */
export const tokenNamePattern = /^[a-z0-9][a-z0-9._-]{0,49}$/;

export type TokenLife = { readonly expiresAt: string | null; readonly revokedAt: string | null };

export const isUsable = ({ expiresAt, revokedAt }: TokenLife, now: Date): boolean =>
  revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now.getTime());

/** `ci@contoso`; `maria@*` for one that reaches every publisher. Names are unique among a publisher's valid tokens. */
export const identityOfToken = ({
  name,
  role,
  publisherId,
}: Grant & { readonly name: string }): Identity => ({
  actor: `${name}@${publisherId ?? '*'}`,
  role,
  publisherId,
});
