/**
 * Lets clients of the Cloud Partner Portal's API, whose hosts are fixed in their source, speak to this installation:
 *
 *   npx tsx docs/examples/cpp/proxy.ts http://127.0.0.1:8080
 *
 * It is an HTTPS proxy on loopback that ends TLS in the name of those hosts, with a certificate made at the start, and
 * hands every request to the API at that address. Nothing else is let through.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const hosts: readonly string[] = [
  'cloudpartner.azure.com',
  'login.microsoftonline.com',
  'api.partner.microsoft.com',
];

async function main(api: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'offer-proxy-'));
  const stop = (): void => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await makeCertificate(key, certificate);
  const port = await listen({ key: readFileSync(key), cert: readFileSync(certificate) }, api);
  console.log(`export HTTPS_PROXY=http://127.0.0.1:${port} REQUESTS_CA_BUNDLE=${certificate}`);
}

async function makeCertificate(key: string, certificate: string): Promise<void> {
  const names = `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`;
  const wanted =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=offer-proxy';
  const files = ['-keyout', key, '-out', certificate];
  await promisify(execFile)('openssl', [...wanted.split(' '), ...files, '-addext', names]);
}

/** Returns the port. */
async function listen(
  identity: { readonly key: Buffer; readonly cert: Buffer },
  api: string,
): Promise<number> {
  const terminator = createTlsServer(identity, (incoming, response) => {
    forward(api, incoming, response).then(console.log, (error: unknown) => {
      console.error(`${api} does not answer:`, error);
      response.writeHead(502).end();
    });
  });
  const proxy = createServer((_incoming, response) => {
    response.writeHead(405).end();
  });
  proxy.on('connect', ({ url = '' }: IncomingMessage, socket) => {
    if (!hosts.some((host) => url === `${host}:443`)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    terminator.emit('connection', socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return (proxy.address() as AddressInfo).port;
}

/** Resolves with what was asked and answered, in one line. */
function forward(api: string, incoming: IncomingMessage, response: ServerResponse): Promise<string> {
  const { method = 'GET', url = '/', headers } = incoming;
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(url, api), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      resolve(`${method} ${headers.host ?? ''}${url.split('?')[0]} -> ${answer.statusCode}`);
    });
    outgoing.on('error', reject);
    incoming.pipe(outgoing);
  });
}

main(process.argv[2] ?? 'http://127.0.0.1:8080').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
