import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frozenVersion } from '../support/listed-offer';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { offerPath, testApp, type TestApp } from '../support/test-app';

let offer: Offer;
let test: TestApp;
let folder: string;
beforeEach(async () => {
  test = testApp();
  folder = emptyFolder();
  offer = await offerAgainst(test.app);
});

const savedDraft = (): Promise<Response> => test.api('PUT', offerPath, publishableOffer());
const read = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;

describe('offer init', () => {
  it('begins an offer that can be put at once, with a schema that editors find', async () => {
    const told = await offer.runAt({ workFolder: folder }, 'init', 'contoso/new-vm');
    const put = await offer.runAt({ workFolder: folder }, 'put', 'offer.json');

    expect([told.exitCode, told.stderr, put.exitCode, put.stderr]).toEqual([0, '', 0, '']);
    expect(read('offer.json')).toMatchObject({
      $schema: './offer.schema.json',
      publisherId: 'contoso',
      id: 'new-vm',
    });
    expect(read('offer.schema.json')).toMatchObject({ title: 'microsoft-azure-virtualmachines' });
    expect(read('.vscode/settings.json')).toEqual({
      'json.schemas': [{ fileMatch: ['/offer.json'], url: './offer.schema.json' }],
    });
    expect(test.catalogue.drafts.get('contoso/new-vm')?.draft).not.toHaveProperty('$schema');
  });

  it('writes over nothing and leaves an editor’s settings alone', async () => {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), '{}');
    writeFileSync(join(folder, 'offer.json'), 'mine');

    const { exitCode, stderr } = await offer.runAt({ workFolder: folder }, 'init', 'contoso/new-vm');

    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      'offer.json exists. Write over it? Nobody can be asked here: add --yes. Nothing was changed.\n',
    );
    expect(readFileSync(join(folder, 'offer.json'), 'utf8')).toBe('mine');
    expect(read('.vscode/settings.json')).toEqual({});
  });
});

describe('offer put', () => {
  it('saves the offer that the document names', async () => {
    writeFileSync(join(folder, 'offer.json'), JSON.stringify(publishableOffer()));

    const told = await offer.runAt({ workFolder: folder }, 'put', 'offer.json', '--json');

    expect(told.exitCode).toBe(0);
    expect(JSON.parse(told.stdout)).toEqual({ offer: 'contoso/linux-vm', etag: expect.any(String) });
    expect(test.catalogue.drafts.has('contoso/linux-vm')).toBe(true);
  });

  it('takes the document from a pipe and the offer from the command line', async () => {
    const { publisherId: _of, id: _id, ...anonymous } = publishableOffer();

    const { exitCode } = await offer.runAt({ stdin: JSON.stringify(anonymous) }, 'put', 'contoso/other', '-');

    expect(exitCode).toBe(0);
    expect(test.catalogue.drafts.has('contoso/other')).toBe(true);
  });

  it('ends with 7 when somebody changed the draft since', async () => {
    await savedDraft();
    const at = { stdin: JSON.stringify(publishableOffer()) };

    const { exitCode, stderr } = await offer.runAt(at, 'put', '-', '--etag', 'W/"0"');

    expect(exitCode).toBe(7);
    expect(stderr).not.toBe('');
  });

  it('ends with 2 and names the file that is not there', async () => {
    const put = await offer.runAt({ workFolder: folder }, 'put', 'none.json');
    await savedDraft();
    const written = await offer.runAt(
      { workFolder: folder },
      'export',
      'contoso/linux-vm',
      '--out',
      'none/offer.json',
    );

    expect([put.exitCode, put.stderr]).toEqual([2, `There is no file ${join(folder, 'none.json')}.\n`]);
    expect([written.exitCode, written.stderr]).toEqual([2, `There is no folder ${join(folder, 'none')}.\n`]);
  });

  it.each([
    ['not JSON', '{"publisherId":', /^stdin:1:16: This is not JSON: it ends too early\.$/m],
    ['no object', '[]', /one JSON object/],
    ['no offer named', '{}', /offer put <publisher>\/<offer> <file>/],
  ])('ends with 2 and says why: %s', async (_case, stdin, words) => {
    const { exitCode, stderr } = await offer.runAt({ stdin }, 'put', '-');

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(words);
  });
});

describe('offer export, show and clone', () => {
  beforeEach(savedDraft);

  it('exports what put takes again', async () => {
    const { stdout } = await offer.run('export', 'contoso/linux-vm');
    const again = await offer.runAt({ stdin: stdout }, 'put', '-');

    expect(again.exitCode).toBe(0);
    expect(JSON.parse(stdout)).not.toHaveProperty('status');
  });

  it('exports into a file, but not over one', async () => {
    const argv = ['export', 'contoso/linux-vm', '--out', 'o.json'];
    const first = await offer.runAt({ workFolder: folder }, ...argv);
    const second = await offer.runAt({ workFolder: folder }, ...argv);
    const agreed = await offer.runAt({ workFolder: folder, answers: ['y'] }, ...argv);

    expect([first.exitCode, second.exitCode, agreed.exitCode]).toEqual([0, 2, 0]);
    expect(read('o.json')).toMatchObject({ id: 'linux-vm' });
  });

  it('says with 2 that nothing stands in a slot', async () => {
    const { exitCode, stdout } = await offer.run('export', 'contoso/linux-vm', '--slot', 'Production');

    expect([exitCode, stdout]).toEqual([2, '']);
  });

  it('shows an offer in a few lines', async () => {
    test.publish(publicationAt('signOff'));

    const { exitCode, stdout } = await offer.run('show', 'contoso/linux-vm');

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^contoso\/linux-vm {2}.+ {2}Awaiting publisher sign-off\n/);
    expect(stdout).toMatch(/^Type +microsoft-azure-virtualmachines$/m);
    expect(stdout).toMatch(/^ETag +W\/"1"$/m);
  });

  it('clones the draft and names each secret to enter again', async () => {
    const masked = JSON.stringify(publishableOffer()).replaceAll(/\?s[^"]*"/g, '?********"');
    await test.api('PUT', offerPath, masked);

    const told = await offer.run('clone', 'contoso/linux-vm', 'contoso/next', '--json');

    expect(told.exitCode).toBe(0);
    const { secretsToEnter } = JSON.parse(told.stdout) as { secretsToEnter: readonly string[] };
    expect(secretsToEnter).toContainEqual(expect.stringMatching(/osVhdUrl$/));
    expect(test.catalogue.drafts.get('contoso/next')?.draft).toMatchObject({ id: 'next' });
  });

  it('says of each secret what it is and of which plan, and how to find out what is missing', async () => {
    const masked = JSON.stringify(publishableOffer()).replaceAll(/\?s[^"]*"/g, '?********"');
    await test.api('PUT', offerPath, masked);

    const { stdout } = await offer.run('clone', 'contoso/linux-vm', 'contoso/next', '--lang', 'en');

    expect(stdout).toMatch(/^contoso\/next is a copy of contoso\/linux-vm, but for what is secret\./);
    expect(stdout).toMatch(/^ {2}OS disk address \(\w+\): \/definition\/plans\/0\/\S+\/osVhdUrl$/m);
    expect(stdout).toMatch(/What is missing: offer validate contoso\/next\n$/);
  });

  it('clones what has no secrets without a word about them', async () => {
    await test.api('PUT', offerPath, { ...publishableOffer(), definition: { plans: [] } });

    const told = await offer.run('clone', 'contoso/linux-vm', 'contoso/next');

    expect(told.stdout).toBe('contoso/next is a copy of contoso/linux-vm.\n');
  });

  it('clones over another offer only when that is agreed to', async () => {
    const before = test.catalogue.drafts.get('contoso/linux-vm');

    const { exitCode } = await offer.run('clone', 'contoso/linux-vm', 'contoso/linux-vm');

    expect(exitCode).toBe(2);
    expect(test.catalogue.drafts.get('contoso/linux-vm')).toBe(before);
  });
});

describe('offer discard', () => {
  beforeEach(savedDraft);

  it.each([
    ['without a terminal and --yes', {}, [], 2, true],
    ['with --yes', {}, ['--yes'], 0, false],
    ['when the person says yes', { answers: ['y'] }, [], 0, false],
    ['when the person says nothing', { answers: [''] }, [], 5, true],
  ])('%s', async (_case, at, flags, exitCode, isLeft) => {
    const told = await offer.runAt(at, 'discard', 'contoso/linux-vm', ...flags);

    expect(told.exitCode).toBe(exitCode);
    expect(test.catalogue.drafts.has('contoso/linux-vm')).toBe(isLeft);
  });

  it('ends with 7 where it is not allowed, saying why', async () => {
    test.catalogue.whyNotDiscard = 'wasShown';

    const { exitCode, stdout } = await offer.run('discard', 'contoso/linux-vm', '--yes', '--json');

    expect(exitCode).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({
      offer: 'contoso/linux-vm',
      error: { exitCode: 7, code: 'DraftNotDiscardable', message: expect.any(String) },
    });
  });
});

describe('offer list', () => {
  it('lists offers with their labels', async () => {
    await savedDraft();

    const { stdout } = await offer.run('list');
    const json = await offer.run('list', 'contoso', '--json');

    expect(stdout).toMatch(/^contoso\/linux-vm {2}.+ {2}Draft {2}.+ UTC\n$/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      total: 1,
      offers: [{ offerId: 'linux-vm', label: 'Draft' }],
    });
  });

  it('says that there are none', async () => {
    expect(await offer.run('list')).toEqual({ exitCode: 0, stderr: '', stdout: 'No offers.\n' });
  });

  it('refuses a sort that does not exist, naming those that do', async () => {
    const { exitCode, stderr } = await offer.run('list', '--sort', 'size');

    expect(exitCode).toBe(2);
    expect(stderr).toContain('Allowed choices are changed, -changed, name');
  });
});

describe('offer diff', () => {
  it('shows what publishing the draft would change', async () => {
    await savedDraft();
    test.catalogue.versions.push(frozenVersion());
    await test.api(
      'PUT',
      offerPath,
      publishableOffer({ 'microsoft-azure-marketplace.title': 'Another title' }),
    );

    const told = await offer.run('diff', 'contoso/linux-vm', '--from', '1');
    const json = await offer.run('diff', 'contoso/linux-vm', '--from', '1', '--json');

    expect([told.exitCode, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toContain('\n  + Another title\n');
    expect(JSON.parse(json.stdout)).toMatchObject({ patch: expect.any(Array), to: { slot: 'Draft' } });
  });
});

describe('offer open', () => {
  it('prints the address of the page where there is no terminal', async () => {
    await savedDraft();
    test.publish(publicationAt('signOff'));

    const told = await offer.runAt({}, 'open', 'contoso/linux-vm', '--page', 'history');

    expect(told).toMatchObject({
      exitCode: 0,
      stdout: 'http://offers.example/publishers/contoso/offers/linux-vm/history\n',
      opened: [],
    });
  });
});
