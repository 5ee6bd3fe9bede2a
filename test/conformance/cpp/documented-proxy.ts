import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from '../../docs/documents';
import type { Workshop } from '../../support/workshop';

export type DocumentedProxy = {
  /** HTTPS_PROXY and REQUESTS_CA_BUNDLE, as the proxy tells its user. */
  readonly variables: Readonly<Record<string, string>>;
  /** `POST login.microsoftonline.com/tenant/oauth2/token -> 200`, in order. */
  readonly seen: readonly string[];
};

/** The proxy of the documents, started as they say, before an API. */
export async function documentedProxy(workshop: Workshop, api: string): Promise<DocumentedProxy> {
  const child = spawn('npx', ['tsx', 'docs/examples/cpp/proxy.ts', api], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own: npx does not hand signals on.
    detached: true,
  });
  const { pid } = child;
  workshop.atEnd(async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
    await gone;
  });
  const seen: string[] = [];
  const lines = createInterface(child.stdout);
  const said = new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the proxy ended with ${String(code)}`)));
  });
  const variables = Object.fromEntries(
    [...(await said).matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]),
  );
  lines.on('line', (line) => seen.push(line));
  return { variables, seen };
}
