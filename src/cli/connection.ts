import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';
import { localStack } from './local-stack';
import type { Surroundings } from './surroundings';

export type Connection = { readonly api: string; readonly token: string };
export type ConnectionFlags = { readonly api?: string; readonly token?: string };

/** Where the API is and what opens it: flags, then the environment, then the local stack that runs. */
export function connectionOf(flags: ConnectionFlags, { environment, folder }: Surroundings): Connection {
  const local = localStack(folder);
  const api = flags.api ?? environment['OFFER_API'] ?? local?.apiUrl;
  const token = flags.token ?? environment['OFFER_TOKEN'] ?? local?.apiToken;
  if (api === undefined || token === undefined) {
    throw new CliFailure(
      exitCodes.usage,
      `No ${api === undefined ? 'API address' : 'API token'} is known: no local stack runs in this folder. Start one with "npm start", or give --api and --token (or set OFFER_API and OFFER_TOKEN). "offer doctor" says more.`,
    );
  }
  if (!URL.canParse(api)) {
    throw new CliFailure(exitCodes.usage, `"${api}" is not an address. Give one like http://127.0.0.1:8080.`);
  }
  return { api: api.replace(/\/+$/, ''), token };
}
