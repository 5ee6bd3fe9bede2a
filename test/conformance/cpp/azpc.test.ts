import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sampleOffer } from '../../../src/local/sample/offer';
import { root } from '../../docs/documents';
import { pythonWithRequirements } from '../../docs/python';
import { openRealSystem } from '../../support/real-system';
import { until } from '../../support/until';
import { inWorkshop } from '../../support/workshop';
import { type DocumentedProxy, documentedProxy } from './documented-proxy';

const run = promisify(execFile);
const examples = join(root, 'docs/examples/cpp');
const offer = { publisherId: 'contoso', offerId: 'azpc-vm' };
const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;

it(
  'lets azpc, its code untouched, list, show, create, update and publish an offer that then goes live',
  () =>
    inWorkshop(async (workshop) => {
      const python = await pythonWithRequirements(join(examples, 'requirements.txt'));
      const system = await openRealSystem(workshop);
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      const call = caller(api.url, system.keys.apiToken);
      const proxy = await documentedProxy(workshop, api.url);
      const { tokenId, token } = await call<{ tokenId: string; token: string }>(
        'POST',
        '/api/publishers/contoso/tokens',
        { name: 'azpc', role: 'Contributor' },
      );
      const client = await settings(workshop.folder, { clientId: tokenId, secret: token });
      const azpc = <T>(...words: readonly string[]): Promise<T> =>
        azpcIn({ folder: workshop.folder, python, proxy }, [...words, ...client]);
      const save = (displayText: string): Promise<void> =>
        writeOffer(workshop.folder, displayText, system.files.urls);

      await save('Made by azpc');
      const missing = azpc('vm', 'show', '--name', offer.offerId);
      await expect(missing).rejects.toThrow(`with this name not found: ${offer.offerId}`);
      const created = await azpc<Offer>('vm', 'create', '--name', offer.offerId, ...config);
      const shown = await azpc<Product>('vm', 'show', '--name', offer.offerId);
      await save('Changed by azpc');
      const updated = await azpc<Offer>('vm', 'update', '--name', offer.offerId, ...config);
      const listed = await azpc<readonly Offer[]>('vm', 'list');
      const told = ['--notification-emails', 'ann@contoso.com'];
      const published = await azpc<boolean>('vm', 'publish', '--name', offer.offerId, ...told, ...config);
      await until('the offer waits for its sign-off', async () => {
        const { status } = await call<Offer>('GET', `${path}/status`);
        return status === 'waitingForPublisherReview';
      });
      await call('POST', `${path}/golive`);
      await until('the offer is live', async () => (await call<Offer>('GET', path)).status === 'succeeded');

      expect(created).toMatchObject({ id: 'azpc-vm', definition: { displayText: 'Made by azpc' } });
      // Its model loses resource_type on the way: a base class of it begins anew.
      expect(shown).toMatchObject({
        name: 'azpc-vm',
        external_i_ds: [{ type: 'AzureOfferId', value: 'azpc-vm' }],
        is_modular_publishing: true,
      });
      expect(updated).toMatchObject({ definition: { displayText: 'Changed by azpc' } });
      expect(listed.map(({ id, status }) => [id, status])).toContainEqual(['azpc-vm', 'neverPublished']);
      expect(published).toBe(true);
      expect(new Set(proxy.seen)).toEqual(
        new Set([
          'POST login.microsoftonline.com/any-tenant/oauth2/token -> 200',
          'GET api.partner.microsoft.com/v1.0/ingestion/products -> 200',
          'GET cloudpartner.azure.com/api/publishers/contoso/offers -> 200',
          `PUT cloudpartner.azure.com${path} -> 200`,
          `POST cloudpartner.azure.com${path}/publish -> 202`,
        ]),
      );
    }),
  600_000,
);

type Offer = { readonly id: string; readonly status: string; readonly definition: object };
type Product = { readonly name: string; readonly external_i_ds: readonly object[] };

const config = ['--config-json', 'offer.json', '--app-path', '.'];

/** Returns the flags that name the file. */
async function settings(
  folder: string,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
): Promise<readonly string[]> {
  const lines = [
    'tenant_id: any-tenant',
    `aad_id: ${clientId}`,
    `aad_secret: ${secret}`,
    'publisherId: contoso',
  ];
  await writeFile(join(folder, 'config.yml'), lines.join('\n'));
  return ['--config-yml', 'config.yml'];
}

async function writeOffer(
  folder: string,
  displayText: string,
  urls: Parameters<typeof sampleOffer>[0],
): Promise<void> {
  const sample = sampleOffer(urls);
  const definition = { ...(sample['definition'] as object), displayText };
  await writeFile(join(folder, 'offer.json'), JSON.stringify({ ...sample, id: offer.offerId, definition }));
}

type Azpc = { readonly folder: string; readonly python: string; readonly proxy: DocumentedProxy };

/** What it prints is JSON; what it throws is told with its last words. */
async function azpcIn<T>({ folder, python, proxy }: Azpc, words: readonly string[]): Promise<T> {
  const { stdout } = await run(python, [join(examples, 'azpc.py'), ...words], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...proxy.variables, NO_PROXY: '' },
  });
  return JSON.parse(stdout) as T;
}

function caller(apiUrl: string, token: string) {
  return async <T>(method: string, where: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${apiUrl}${where}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where} answered ${answer.status}: ${text}`);
    return JSON.parse(text) as T;
  };
}
