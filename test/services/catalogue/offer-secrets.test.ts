import { mask } from '../../../src/domain/offer/secrets';
import { openCatalogue } from '../../../src/services/catalogue/catalogue';
import { databasePatience, freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { actor, anotherOffer, draft, offer, query } from './sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue(() => new Date('2030-01-01T00:00:00Z'));
});
afterEach(() => fresh.drop());

const canary = 'sig=canary-in-the-coal-mine';
const url = 'https://contoso.blob.core.windows.net/vhds/os.vhd';
const withSecret = (query = canary) =>
  draft({ plans: [{ planId: 'p1', vmImages: { '1.0.0': { osVhdUrl: `${url}?${query}` } } }] });

describe('secrets', () => {
  it('stand in plain text in no table, also not of frozen versions and events', async () => {
    const { offers } = fresh.catalogue;
    const document = {
      ...withSecret(),
      note: ` ${url}?${canary}\n`,
      text: `See ${url}?spr=https, http&${canary}.`,
    };
    await offers.saveDraft(offer, document, { actor });
    await offers.freeze(offer, 'p1', { regions: ['westeurope'] });
    await fresh.catalogue.artefacts.rememberSource(
      { url: `${url}?${canary}`, etag: '"1"', bytes: 512 },
      'digest',
    );

    const tables = await query<{ name: string }>(
      fresh.databaseUrl,
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) =>
        query<{ row: string }>(
          fresh.databaseUrl,
          `select convert_from(convert_to(t::text, 'utf8'), 'utf8') as row from "${name}" t`,
        ),
      ),
    );
    const dump = dumps.flat().map(({ row }) => row);
    const hex = Buffer.from('canary').toString('hex');

    expect(dump.filter((row) => row.includes('os.vhd')).length).toBeGreaterThanOrEqual(3);
    expect(dump.filter((row) => row.includes('canary') || row.includes(hex))).toEqual([]);
    expect(JSON.stringify((await offers.find(offer))?.draft)).not.toContain('canary');
  });

  it('are revealed where they belong: in the draft, and in a frozen version after the draft lost them', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, withSecret(), { actor });
    const version = await offers.freeze(offer, 'p1', { regions: ['westeurope'] });
    const { draft: masked } = (await offers.find(offer))!;

    const ofDraft = await offers.revealSecrets(offer, masked);
    await offers.saveDraft(offer, withSecret('sig=another'), { actor });
    const ofVersion = await offers.revealSecrets(offer, version!.document);

    expect(JSON.stringify(masked)).toContain(`${url}?${mask}`);
    expect(ofDraft).toEqual(withSecret());
    expect(ofVersion).toEqual(withSecret());
    expect(await offers.revealSecrets(offer, (await offers.find(offer))!.draft)).toEqual(
      withSecret('sig=another'),
    );
  });

  it('survive when a reader sends the masked draft back', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, withSecret(), { actor });

    await offers.saveDraft(offer, (await offers.find(offer))!.draft, { actor });

    expect(await offers.revealSecrets(offer, (await offers.find(offer))!.draft)).toEqual(withSecret());
  });

  it('cannot be had through the placeholder of another offer', async () => {
    const { offers } = fresh.catalogue;
    await offers.saveDraft(offer, withSecret(), { actor });
    const version = await offers.freeze(offer, 'p1', { regions: [] });
    await offers.saveDraft(anotherOffer, version!.document, { actor });

    const revealed = await offers.revealSecrets(anotherOffer, version!.document);

    expect(JSON.stringify(revealed)).not.toContain('canary');
  });

  it('do not open under another key', async () => {
    await fresh.catalogue.offers.saveDraft(offer, withSecret(), { actor });
    const secretsKey = Buffer.alloc(32, 7).toString('base64');
    const other = await openCatalogue({
      databaseUrl: fresh.databaseUrl,
      secretsKey,
      patience: databasePatience,
    });

    const revealed = other.offers.revealSecrets(offer, (await other.offers.find(offer))!.draft);

    await expect(revealed).rejects.toThrow('SECRETS_KEY');
    await other.close();
  });
});
