import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '../api/read-error';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';

/** An API somebody logged in to. */
export type Profile = { readonly api: string; readonly token: string };

/** What `offer login` keeps. */
export type Profiles = {
  /** The profile used when nothing else says which. */
  readonly current: string | undefined;
  readonly profiles: Readonly<Record<string, Profile>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

const ownerOnly = 0o077;

export const usualProfile = 'default';

/** The user's config folder as https://specifications.freedesktop.org/basedir-spec has it, and our file in it. */
export function profilesFile(environment: Environment): string {
  return join(configFolder(environment), 'config.json');
}

/** Empty when nobody logged in. Throws where others could read the tokens, or what stands there is not ours. */
export function readProfiles(environment: Environment): Profiles {
  const path = profilesFile(environment);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return { current: undefined, profiles: {} };
  if ((facts.mode & ownerOnly) !== 0) throw openToOthers(path);
  const read = parsed(readFileSync(path, 'utf8'));
  if (read !== undefined) return read;
  throw new CliFailure(exitCodes.usage, `${path} cannot be read. Delete it, then: offer login`);
}

/** Folder 0700, file 0600, written whole or not at all. */
export function writeProfiles(environment: Environment, profiles: Profiles): void {
  const folder = configFolder(environment);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // An older folder keeps the mode it had.
  chmodSync(folder, 0o700);
  const path = profilesFile(environment);
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
}

function configFolder(environment: Environment): string {
  const given = environment['XDG_CONFIG_HOME'] ?? '';
  // The specification wants relative paths ignored.
  const base = given.startsWith('/') ? given : join(environment['HOME'] ?? homedir(), '.config');
  return join(base, 'offer');
}

function openToOthers(path: string): CliFailure {
  return new CliFailure(
    exitCodes.usage,
    `${path} holds tokens, and other users may read it. Close it: chmod 600 "${path}". If anybody else uses this machine, revoke the tokens in it.`,
  );
}

function parsed(text: string): Profiles | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!isRecord(read) || !isRecord(read['profiles'])) return undefined;
    const entries = Object.entries(read['profiles']).filter((entry): entry is [string, Profile] =>
      isProfile(entry[1]),
    );
    const { current } = read;
    return {
      current: typeof current === 'string' ? current : undefined,
      profiles: Object.fromEntries(entries),
    };
  } catch {
    return undefined;
  }
}

const isProfile = (value: unknown): value is Profile =>
  isRecord(value) && typeof value['api'] === 'string' && typeof value['token'] === 'string';
