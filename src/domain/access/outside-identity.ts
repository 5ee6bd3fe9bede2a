import { isId } from '../offer/ids';
import type { Grant } from './grant';
import type { Identity } from './identity';
import type { Role } from './role';

/**
 * Who an identity provider's token lets in, as what. A token matches when `claim` is `value`, or a list that holds
 * it. The publisher is named by the rule, or by another claim of the token; the first rule that matches counts.
 */
export type OutsideRule = {
  readonly claim: string;
  readonly value: string;
  readonly role: Role;
} & ({ readonly publisherId: string | null } | { readonly publisherClaim: string });

export type OutsideRules = {
  readonly issuer: string;
  readonly actorClaim: string;
  readonly rules: readonly OutsideRule[];
};

export type Claims = Readonly<Record<string, unknown>>;

/** Undefined when no rule lets the holder in, or the token does not say who they are. */
export function outsideIdentity(
  claims: Claims,
  { issuer, actorClaim, rules }: OutsideRules,
): Identity | undefined {
  const who = textOf(claims, actorClaim);
  // A provider that lets people type in an address says so; one nobody checked is anybody's.
  if (who === undefined || (actorClaim === 'email' && claims['email_verified'] === false)) return undefined;
  for (const rule of rules) {
    const grant = matches(claims, rule) ? grantOf(claims, rule) : undefined;
    // The issuer's host keeps these names apart from those of our own tokens, which hold no space.
    if (grant !== undefined) return { actor: `${who} (${hostOf(issuer)})`, ...grant };
  }
  return undefined;
}

/** An actor as the provider itself calls them, without its host; anybody else as they are. */
export const nameAtProvider = (actor: string): string => actor.replace(/^(\S+) \([^\s()]+\)$/, '$1');

const hostOf = (issuer: string): string => issuer.replace(/^https?:\/\//, '').replace(/\/.*$/, '');

function matches(claims: Claims, { claim, value }: OutsideRule): boolean {
  const given = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return Array.isArray(given) ? given.includes(value) : given === value;
}

function grantOf(claims: Claims, rule: OutsideRule): Grant | undefined {
  const { role } = rule;
  if ('publisherId' in rule) return { role, publisherId: rule.publisherId };
  const named = textOf(claims, rule.publisherClaim);
  return isId(named) ? { role, publisherId: named } : undefined;
}

/** One line of up to 100 visible characters; anything else is no name. */
function textOf(claims: Claims, claim: string): string | undefined {
  const given = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return typeof given === 'string' && /^[\p{L}\p{N}\p{P}\p{S}]{1,100}$/u.test(given) ? given : undefined;
}
