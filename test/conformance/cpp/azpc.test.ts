import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sampleOffer } from '../../../src/local/sample/offer';
import type { documentedCommands } from '../../docs/commands';
import { documents, fencesOf, root } from '../../docs/documents';
import { pythonWithRequirements } from '../../docs/python';
import { typed } from '../../docs/type';
import { openRealSystem } from '../../support/real-system';
import { until } from '../../support/until';
import { inWorkshop, type Workshop } from '../../support/workshop';
import { type DocumentedProxy, documentedProxy } from './documented-proxy';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const path = `/api/publishers/${offer.publisherId}/offers/${offer.offerId}`;

type Command = (typeof documentedCommands)['test/conformance/cpp/azpc.test.ts'][number];

it(
  'lets azpc, its code untouched, list, show, create, update and publish an offer that then goes live',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const [api, , desk] = await Promise.all([system.startApi(), system.startWorker(), deskIn(workshop)]);
      const call = caller(api.url, system.keys.apiToken);
      const proxy = await documentedProxy(workshop, api.url);
      const variables = { OFFER_API: api.url, OFFER_TOKEN: system.keys.apiToken };
      const type = (command: Command): Promise<string> =>
        typed(command, { ...variables, ...proxy.variables, NO_PROXY: '127.0.0.1' }, desk);
      const azpc = async <T>(command: Command): Promise<T> => JSON.parse(await type(command)) as T;
      await call('PUT', path, sampleOffer(system.files.urls));

      const token = await type('npm run -s offer -- token create contoso azpc --role Contributor');
      const { tokens } = await call<Tokens>('GET', '/api/publishers/contoso/tokens');
      await settings(desk, { clientId: tokens[0]?.tokenId ?? '', secret: token.trim() });
      await type(
        'curl -sf -H "Authorization: Bearer $OFFER_TOKEN" "$OFFER_API/api/publishers/contoso/offers/linux-vm" > offer.json',
      );
      const listed = await azpc<readonly Offer[]>('.local/azpc/bin/python docs/examples/cpp/azpc.py vm list');
      const shown = await azpc<Product>(
        '.local/azpc/bin/python docs/examples/cpp/azpc.py vm show --name linux-vm',
      );
      await changeTitle(desk, 'Changed by azpc');
      const updated = await azpc<Offer>(
        '.local/azpc/bin/python docs/examples/cpp/azpc.py vm update --name linux-vm --config-json offer.json',
      );
      const published = await azpc<boolean>(
        '.local/azpc/bin/python docs/examples/cpp/azpc.py vm publish --name linux-vm --config-json offer.json --notification-emails you@example.com',
      );
      const created = await anotherMade(desk, proxy);
      await until('the offer waits for its sign-off', async () => {
        const { status } = await call<Offer>('GET', `${path}/status`);
        return status === 'waitingForPublisherReview';
      });
      await type(
        'curl -sf -X POST -H "Authorization: Bearer $OFFER_TOKEN" "$OFFER_API/api/publishers/contoso/offers/linux-vm/golive"',
      );
      await until('the offer is live', async () => (await call<Offer>('GET', path)).status === 'succeeded');

      expect(created).toMatchObject({ id: 'azpc-vm', definition: { displayText: 'Changed by azpc' } });
      // Its model loses resource_type on the way: a base class of it begins anew.
      expect(shown).toMatchObject({
        name: 'linux-vm',
        external_i_ds: [{ type: 'AzureOfferId', value: 'linux-vm' }],
        is_modular_publishing: true,
      });
      expect(updated).toMatchObject({ definition: { displayText: 'Changed by azpc' } });
      expect(listed.map(({ id, status }) => [id, status])).toContainEqual(['linux-vm', 'neverPublished']);
      expect(published).toBe(true);
      expect(new Set(proxy.seen)).toEqual(
        new Set([
          'POST login.microsoftonline.com/any/oauth2/token -> 200',
          'GET api.partner.microsoft.com/v1.0/ingestion/products -> 200',
          'GET cloudpartner.azure.com/api/publishers/contoso/offers -> 200',
          `PUT cloudpartner.azure.com${path} -> 200`,
          'PUT cloudpartner.azure.com/api/publishers/contoso/offers/azpc-vm -> 200',
          `POST cloudpartner.azure.com${path}/publish -> 202`,
        ]),
      );
    }),
  600_000,
);

type Offer = { readonly id: string; readonly status: string; readonly definition: object };
type Tokens = { readonly tokens: readonly { readonly tokenId: string }[] };
type Product = { readonly name: string; readonly external_i_ds: readonly object[] };

/** A folder like the checkout, for the files that the commands write and read, with the Python that they make. */
async function deskIn({ folder }: Workshop): Promise<string> {
  const desk = join(folder, 'desk');
  const python = await pythonWithRequirements(join(root, 'docs/examples/cpp/requirements.txt'));
  await mkdir(join(desk, '.local'), { recursive: true });
  await symlink(dirname(dirname(python)), join(desk, '.local/azpc'));
  for (const name of ['docs', 'package.json', 'offer.mjs']) await symlink(join(root, name), join(desk, name));
  return desk;
}

/** `config.yml` as the document shows it. */
async function settings(
  desk: string,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
): Promise<void> {
  const shown = documents()
    .filter(({ path: name }) => name === 'docs/CLOUD-PARTNER-PORTAL.md')
    .flatMap(fencesOf)
    .find(({ language }) => language === 'yaml');
  const filled = shown?.lines
    .join('\n')
    .replace('the id of the token', clientId)
    .replace('the token', secret);
  await writeFile(join(desk, 'config.yml'), filled ?? '');
}

async function changeTitle(desk: string, displayText: string): Promise<void> {
  const file = join(desk, 'offer.json');
  const saved = JSON.parse(await readFile(file, 'utf8')) as Offer;
  await writeFile(file, JSON.stringify({ ...saved, definition: { ...saved.definition, displayText } }));
}

/** `vm create` of an offer that is not there, as the document says: from a copy with another `id`. */
async function anotherMade(desk: string, { variables }: DocumentedProxy): Promise<Offer> {
  const saved = JSON.parse(await readFile(join(desk, 'offer.json'), 'utf8')) as Offer;
  await writeFile(join(desk, 'copy.json'), JSON.stringify({ ...saved, id: 'azpc-vm' }));
  const azpc = '.local/azpc/bin/python docs/examples/cpp/azpc.py vm';
  const missing = typed(`${azpc} show --name azpc-vm`, variables, desk);
  await expect(missing).rejects.toThrow('with this name not found: azpc-vm');
  const made = await typed(`${azpc} create --name azpc-vm --config-json copy.json`, variables, desk);
  return JSON.parse(made) as Offer;
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
