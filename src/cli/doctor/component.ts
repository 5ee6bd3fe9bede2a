import { connect } from 'node:net';
import type { Examined } from './examined';

const patienceMs = 3000;

/** Whether something listens where a component of the local stack should. */
export async function checkComponent([name, { address, logPath }]: [
  string,
  { readonly address: string; readonly logPath: string },
]): Promise<Examined> {
  const place = placeOf(address);
  if (place === undefined) return { name, ok: true };
  const why = await refusal(place);
  if (why === undefined) return { name, ok: true };
  const fix = `Stop the stack with Ctrl-C and run "npm start" again; the log says why ${name} ended.`;
  return { name, ok: false, why: `nothing answers at ${place.host}:${place.port} (${why})`, fix, logPath };
}

type Place = { readonly host: string; readonly port: number };

/** From `http://host:port/...`, `postgres://...` or plain `host:port`; components without a port have none. */
function placeOf(address: string): Place | undefined {
  const [, host, port] = /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?([^/:?#]+):(\d+)/i.exec(address) ?? [];
  return host === undefined || port === undefined ? undefined : { host, port: Number(port) };
}

function refusal({ host, port }: Place): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: patienceMs });
    const end = (why: string | undefined): void => {
      socket.destroy();
      resolve(why);
    };
    socket.once('connect', () => end(undefined));
    socket.once('timeout', () => end(`no answer within ${patienceMs / 1000} s`));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
