import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishableOffer } from '../support/publishable-offer';
import { emptyFolder, type Offer, offerAgainst, runOffer } from '../support/run-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';

let offer: Offer;
let test: TestApp;
let home: string;
beforeEach(async () => {
  test = testApp();
  home = emptyFolder();
  offer = await offerAgainst(test.app);
});

const file = (): string => join(home, 'offer', 'config.json');
const kept = (): { current?: string; profiles: Record<string, { api: string; token: string }> } =>
  JSON.parse(readFileSync(file(), 'utf8')) as ReturnType<typeof kept>;
const login = (...more: readonly string[]) =>
  runOffer(['login', offer.url, ...more], { XDG_CONFIG_HOME: home }, { stdin: `${apiToken}\n` });

describe('offer login', () => {
  it('keeps address and token where nobody else can read them', async () => {
    const { exitCode, stdout } = await login();

    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      `Logged in to ${offer.url}: The operator (Operator, every publisher); profile default in ${file()}.\n`,
    );
    expect(statSync(join(home, 'offer')).mode & 0o777).toBe(0o700);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(kept()).toEqual({
      current: 'default',
      profiles: { default: { api: offer.url, token: apiToken } },
    });
  });

  it('closes a folder that was open', async () => {
    mkdirSync(join(home, 'offer'), { mode: 0o755 });

    await login();

    expect(statSync(join(home, 'offer')).mode & 0o777).toBe(0o700);
  });

  it('asks for the token at a terminal', async () => {
    const { exitCode } = await runOffer(
      ['login', offer.url],
      { XDG_CONFIG_HOME: home },
      { answers: [apiToken] },
    );

    expect(exitCode).toBe(0);
    expect(kept().profiles['default']?.token).toBe(apiToken);
  });

  it.each([
    ['a wrong token', 'wrong', /does not accept the token/],
    ['no token', '', /No token was given/],
  ])('keeps nothing of %s', async (_case, stdin, words) => {
    const told = await runOffer(['login', offer.url], { XDG_CONFIG_HOME: home }, { stdin });

    expect(told.exitCode).toBe(2);
    expect(told.stderr).toMatch(words);
    expect(() => kept()).toThrow('ENOENT');
  });

  it('is used by the next command, several by name', async () => {
    await login('--profile', 'staging');
    await login('--profile', 'production');
    const environment = { XDG_CONFIG_HOME: home };

    const told = await Promise.all([
      runOffer(['list'], environment),
      runOffer(['list', '--profile', 'staging'], environment),
      runOffer(['list'], { ...environment, OFFER_PROFILE: 'staging' }),
      runOffer(['profiles'], environment),
    ]);

    expect(told.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    expect(told[3].stdout).toBe(`   staging     ${offer.url}\n*  production  ${offer.url}\n`);
  });

  it('shows no token in any answer', async () => {
    const said = [await login(), await login('--json')];
    said.push(await runOffer(['profiles', '--json'], { XDG_CONFIG_HOME: home }));

    expect(said.map(({ stdout, stderr }) => stdout + stderr).join('')).not.toContain(apiToken);
  });

  it('is forgotten by logout', async () => {
    await login();

    const { exitCode } = await runOffer(['logout'], { XDG_CONFIG_HOME: home });
    const after = await runOffer(['list'], { XDG_CONFIG_HOME: home });

    expect([exitCode, after.exitCode]).toEqual([0, 2]);
    expect(readFileSync(file(), 'utf8')).not.toContain(apiToken);
  });
});

describe('where a command goes', () => {
  it('is where OFFER_API and OFFER_TOKEN say, whatever was logged in to', async () => {
    await login();
    const elsewhere = { XDG_CONFIG_HOME: home, OFFER_API: 'http://127.0.0.1:9', OFFER_TOKEN: 'other' };

    const { exitCode, stderr } = await runOffer(['list'], elsewhere);

    expect(exitCode).toBe(8);
    expect(stderr).toContain('http://127.0.0.1:9');
  });

  it('gets the kept token only if it is the address it was kept for', async () => {
    await login();

    const same = await runOffer(['list', '--api', offer.url], { XDG_CONFIG_HOME: home });
    const other = await runOffer(['list', '--api', 'http://127.0.0.1:9'], { XDG_CONFIG_HOME: home });

    expect([same.exitCode, other.exitCode]).toEqual([0, 2]);
    expect(other.stderr).toContain('No API token for http://127.0.0.1:9 is known');
  });

  /** A checkout in which a local stack runs that does not answer. */
  function checkoutWithStack(): string {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.local'));
    const state = {
      apiUrl: 'http://127.0.0.1:9',
      apiToken: 'local',
      offer: 'contoso/linux-vm',
      components: {},
    };
    writeFileSync(join(folder, '.local', 'state.json'), JSON.stringify(state));
    return folder;
  }

  it('is the local stack of the folder rather than a login, unless the login is named', async () => {
    await login();
    const folder = checkoutWithStack();

    const local = await runOffer(['list'], { XDG_CONFIG_HOME: home }, { folder });
    const named = await runOffer(['list', '--profile', 'default'], { XDG_CONFIG_HOME: home }, { folder });

    expect([local.exitCode, named.exitCode]).toEqual([8, 0]);
  });

  it.each([
    ['in a folder of the checkout is its stack', 'test', 8],
    ['outside of the checkout is the login', '..', 0],
    ['in one whose name begins with dots is its stack', '..offers', 8],
  ])('for who stands %s', async (_case, place, exitCode) => {
    await login();
    const folder = checkoutWithStack();
    const at = { folder, workFolder: join(folder, place) };

    expect((await runOffer(['list'], { XDG_CONFIG_HOME: home }, at)).exitCode).toBe(exitCode);
  });

  it('is nowhere outside of the checkout while nobody logged in', async () => {
    const at = { folder: checkoutWithStack(), workFolder: emptyFolder() };

    const list = await runOffer(['list'], {}, at);
    const status = await runOffer(['status'], { OFFER_API: offer.url, OFFER_TOKEN: apiToken }, at);

    expect([list.exitCode, status.exitCode]).toEqual([2, 2]);
    expect(list.stderr).toContain('no local stack runs in this folder');
    expect(status.stderr).toContain('Name the offer');
  });

  it('is what the doctor examines: a login needs no local stack', async () => {
    await login();

    const { stdout } = await runOffer(['doctor'], { XDG_CONFIG_HOME: home });

    expect(stdout).toMatch(/^ok +API$/m);
    expect(stdout).not.toContain('local stack');
  });

  it('is nowhere while others can read the tokens', async () => {
    await login();
    chmodSync(file(), 0o644);

    const { exitCode, stderr } = await runOffer(['list'], { XDG_CONFIG_HOME: home });

    expect(exitCode).toBe(2);
    expect(stderr).toContain(`chmod 600 "${file()}"`);
    expect(stderr).not.toContain(apiToken);
  });

  it.each([
    ['broken', '{'],
    ['something else', '[1]'],
  ])('says what to do about a file that is %s', async (_case, content) => {
    await login();
    writeFileSync(file(), content);

    const { exitCode, stderr } = await runOffer(['list'], { XDG_CONFIG_HOME: home });

    expect([exitCode, stderr]).toEqual([2, `${file()} cannot be read. Delete it, then: offer login\n`]);
  });
});

describe('publishers and their tokens', () => {
  it('are made by an operator, and the token opens what its role permits', async () => {
    const made = await offer.run('publisher', 'create', 'contoso', '--name', 'Contoso Ltd.', '--votes', '2');
    const token = await offer.run('token', 'create', 'contoso', 'ci', '--role', 'Contributor');
    await test.api('PUT', offerPath, publishableOffer());

    const environment = { OFFER_API: offer.url, OFFER_TOKEN: token.stdout.trim() };
    const list = await runOffer(['list', '--json'], environment);
    const forbidden = await runOffer(['token', 'list', 'contoso', '--json'], environment);

    expect([made.exitCode, token.exitCode, list.exitCode, forbidden.exitCode]).toEqual([0, 0, 0, 2]);
    expect(token.stdout).toMatch(/^\S+\n$/);
    expect(token.stderr).toMatch(
      /^Token [0-9a-f-]{36} of ci@contoso \(Contributor\)\. It is not shown again\.\n$/,
    );
    expect(JSON.parse(list.stdout)).toMatchObject({ offers: [{ offerId: 'linux-vm' }] });
    expect(JSON.parse(forbidden.stdout)).toMatchObject({ error: { exitCode: 2, code: 'Forbidden' } });
  });

  it('are listed without secrets and end at once when revoked', async () => {
    await offer.run('publisher', 'create', 'contoso');
    const made = JSON.parse((await offer.run('token', 'create', 'contoso', 'ci', '--json')).stdout) as Record<
      'token' | 'tokenId',
      string
    >;
    const listed = await offer.run('token', 'list', 'contoso');
    const unasked = await offer.run('token', 'revoke', 'contoso', made.tokenId);
    const revoked = await offer.run('token', 'revoke', 'contoso', made.tokenId, '--yes');
    const after = await runOffer(['list'], { OFFER_API: offer.url, OFFER_TOKEN: made.token });

    expect(listed.stdout).toMatch(
      new RegExp(`^ci {2}Contributor {2}ends: never {2}used: never {2}${made.tokenId}\n$`),
    );
    expect(listed.stdout).not.toContain(made.token);
    expect([unasked.exitCode, revoked.exitCode, after.exitCode]).toEqual([2, 0, 2]);
  });

  it('answers 7 for a name that is taken', async () => {
    await offer.run('publisher', 'create', 'contoso');

    expect((await offer.run('publisher', 'create', 'contoso')).exitCode).toBe(7);
  });
});
