import type { Language } from '../domain/text/language';
import { type Profile, type Profiles, readProfiles } from './config/profiles';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';
import { languageFor } from './language';
import { localStack } from './local-stack';
import { type Surroundings, variable } from './surroundings';

export type Connection = {
  readonly api: string;
  readonly token: string;
  /** Of what the API says. */
  readonly language: Language;
  readonly interrupted: AbortSignal;
};

export type ConnectionFlags = {
  readonly api?: string;
  readonly token?: string;
  readonly profile?: string;
  readonly lang?: Language;
};

/**
 * Where the API is and what opens it: flags, then OFFER_API and OFFER_TOKEN, then OFFER_PROFILE, then the local stack
 * that runs in this folder, then the profile of the newest login. A kept token goes to its own address only.
 */
export function connectionOf(flags: ConnectionFlags, surroundings: Surroundings): Connection {
  const { api, token } = found(flags, surroundings);
  if (api === undefined || token === undefined) {
    throw new CliFailure(
      exitCodes.usage,
      `No ${api === undefined ? 'API address' : `API token for ${api}`} is known: nobody logged in, and no local stack runs in this folder. Start one with "npm start", or log in with "offer login <address>", or give --api and --token (or set OFFER_API and OFFER_TOKEN). "offer doctor" says more.`,
    );
  }
  const language = languageFor(flags.lang, surroundings.environment);
  return { api: addressOf(api), token, language, interrupted: surroundings.interrupted };
}

/**
 * The address of the API that commands would talk to, for links to its pages; undefined where none is known. Whoever only
 * links to it does not fail for what is wrong with the login.
 */
export function knownAddress(flags: ConnectionFlags, surroundings: Surroundings): string | undefined {
  try {
    const { api } = found(flags, surroundings);
    return api === undefined ? undefined : addressOf(api);
  } catch (error) {
    if (error instanceof CliFailure) return undefined;
    throw error;
  }
}

/** Whether something else than the local stack of this folder is what the command line talks to. */
export function isElsewhere({ api, profile }: ConnectionFlags, surroundings: Surroundings): boolean {
  const named = [api, profile, variable(surroundings, 'OFFER_API'), variable(surroundings, 'OFFER_PROFILE')];
  if (named.some((each) => each !== undefined)) return true;
  return (
    localStack(surroundings) === undefined && readProfiles(surroundings.environment).current !== undefined
  );
}

/** Scheme, host and port without a slash at the end. */
export function addressOf(api: string): string {
  if (URL.canParse(api) && /^https?:/i.test(api)) return api.replace(/\/+$/, '');
  throw new CliFailure(exitCodes.usage, `"${api}" is not an address. Give one like http://127.0.0.1:8080.`);
}

function found(flags: ConnectionFlags, surroundings: Surroundings): Partial<Profile> {
  const local = localStack(surroundings);
  const stack = local === undefined ? undefined : { api: local.apiUrl, token: local.apiToken };
  const saved = readProfiles(surroundings.environment);
  if (flags.api === undefined && flags.profile !== undefined)
    return { ...named(flags.profile, saved), ...given(flags.token) };
  const token = flags.token ?? variable(surroundings, 'OFFER_TOKEN');
  const api = flags.api ?? variable(surroundings, 'OFFER_API');
  if (api !== undefined) {
    const known = [stack, ...Object.values(saved.profiles)].find((each) => each?.api === api);
    return { api, ...given(token ?? known?.token) };
  }
  const byName = variable(surroundings, 'OFFER_PROFILE');
  const current = saved.profiles[saved.current ?? ''];
  const chosen = byName === undefined ? (stack ?? current) : named(byName, saved);
  return { ...chosen, ...given(token) };
}

const given = (value: string | undefined): { readonly token?: string } =>
  value === undefined ? {} : { token: value };

function named(name: string, { profiles }: Profiles): Profile {
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (profile !== undefined) return profile;
  const known = Object.keys(profiles);
  throw new CliFailure(
    exitCodes.usage,
    `There is no profile "${name}". ${known.length === 0 ? '' : `Known: ${known.join(', ')}. `}Make it: offer login <address> --profile ${name}`,
  );
}
