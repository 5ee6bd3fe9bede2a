import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { azuriteComponent } from '../src/local/components/azurite';
import { freePort } from '../src/local/process/ports';
import { startWarden } from '../src/local/process/warden';
import { createSupervisor } from '../src/local/supervisor';
import { countingProxy } from './counting-proxy';

type Place = { readonly url: string; readonly key: string };

/** The emulator slows down as it fills: each use gets an empty one, behind a proxy that counts; its answers come `lateMs` late. */
export async function onFreshStorage<Answer extends object>(
  use: (place: Place) => Promise<Answer>,
  lateMs = 0,
): Promise<Answer & { readonly sentBytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-storage-'));
  const warden = startWarden();
  const supervisor = createSupervisor({
    logFolder: join(folder, 'logs'),
    warden,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    const key = randomBytes(64).toString('base64');
    const [blobPort, tablePort, queuePort] = [await freePort(), await freePort(), await freePort()];
    const accounts = [{ name: 'publisher', key }];
    await mkdir(join(folder, 'azurite'));
    const ports = { blobPort, tablePort, queuePort };
    await supervisor.start(azuriteComponent({ folder: join(folder, 'azurite'), ...ports, accounts }));
    const proxy = await countingProxy(blobPort, lateMs);
    const answer = await use({ url: `http://127.0.0.1:${proxy.port}/publisher`, key });
    proxy.close();
    return { ...answer, sentBytes: proxy.sentBytes() };
  } finally {
    await supervisor.stop();
    await warden.dismiss();
    await rm(folder, { recursive: true, force: true });
  }
}
