import { delimiter, join } from 'node:path';
import { errorText } from '../../domain/text/error-text';
import { sdkDownload } from './sdk-download';
import { goBuild } from './go-build';
import { neededGo } from './go-version';
import { isProgram, type Supply } from './supply';

/** A server that runs elsewhere, or a program that starts one; `origin` tells a person which was chosen. */
export type TemporalServer =
  | { readonly kind: 'address'; readonly address: string; readonly origin: string }
  | { readonly kind: 'executable'; readonly executable: string; readonly origin: string };

export type Search = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** In order of preference. */
  readonly supplies?: readonly Supply[];
};

/**
 * In this order: TEMPORAL_ADDRESS; TEMPORAL_CLI or `temporal` on PATH; the SDK's download; a build with Go.
 * What lies in a cache comes before anything that needs the network.
 */
export async function findTemporalServer(search: Search): Promise<TemporalServer> {
  const server = chosen(search.environment) ?? (await supplied(search));
  const where = server.kind === 'address' ? server.address : server.executable;
  search.say(`Temporal server: ${where} (${server.origin})`);
  return server;
}

function chosen(environment: Search['environment']): TemporalServer | undefined {
  const address = environment['TEMPORAL_ADDRESS'];
  if (address) return { kind: 'address', address, origin: 'TEMPORAL_ADDRESS' };
  const named = environment['TEMPORAL_CLI'];
  if (named) {
    if (isProgram(named)) return { kind: 'executable', executable: named, origin: 'TEMPORAL_CLI' };
    throw new Error(`TEMPORAL_CLI names ${named}, which is not a program. Correct it or unset it.`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.map((folder) => join(folder, 'temporal')).find(isProgram);
  return onPath === undefined ? undefined : { kind: 'executable', executable: onPath, origin: 'on PATH' };
}

async function supplied({ environment, say, supplies }: Search): Promise<TemporalServer> {
  const ways = supplies ?? [sdkDownload(environment), goBuild(environment)];
  for (const { origin, cached } of ways) {
    const executable = cached();
    if (executable !== undefined) return { kind: 'executable', executable, origin: `${origin}, cached` };
  }
  const failures: string[] = [];
  for (const { origin, fetch } of ways) {
    try {
      return { kind: 'executable', executable: await fetch(say), origin };
    } catch (error) {
      failures.push(`${origin}: ${errorText(error)}`);
      say(`No Temporal server by ${failures.at(-1)}`);
    }
  }
  throw new Error(
    'There is no Temporal server and none could be made: install the Temporal CLI (https://docs.temporal.io/cli) or ' +
      `${neededGo()}, or set TEMPORAL_ADDRESS to a server that runs, then try again. (${failures.join('; ')})`,
  );
}
