import type { Finding } from '../../src/domain/certification/finding';
import type { PublicationFact } from '../../src/domain/publication/events';
import { certifiedPart } from '../support/certified-part';
import { frozenVersion } from '../support/listed-offer';
import { offerAt, type OfferAt } from '../support/offer-at';
import { type Phase, publicationAt, publicationId } from '../support/publication-at';
import { runOffer, spawnOffer } from '../support/run-offer';
import { apiToken, pagePath } from '../support/test-app';
import { slotOf } from '../support/shown-package';

async function at(phase?: Phase): Promise<OfferAt> {
  const offer = await offerAt(phase);
  offer.test.catalogue.versions.push(frozenVersion());
  return offer;
}

const info: Finding = { ruleId: 'vm.only-said', severity: 'info', params: {}, target: {} };

const messageOf = (region: string): PublicationFact => ({
  kind: 'messageAdded',
  step: 'displayprovision',
  level: 'information',
  message: { code: 'provisioning.copied', params: { region, bytes: 1024 } },
});

describe('offer status', () => {
  it('tells the whole story of a live offer', async () => {
    const { run, test } = await at('live');
    test.catalogue.slotRows = [slotOf('Production')];

    const told = await run('status', 'contoso/linux-vm');

    expect(told).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: `contoso/linux-vm  version 1  Live
publication 3f1d0c9a-5b1e-4b57-9a52-0d6c4b2f7a11, started Nov 20, 2026, 10:00:00 AM UTC (The operator)

  Validate prerequisites                      Complete  1 min
  Certification                               Complete  1 min
  Provisioning                                Complete  1 min
  Packaging and lead generation registration  Complete  1 min
  Offer available in preview                  Complete  1 min
  Publisher sign-off                          Complete  5 min
      When the preview is right, go live. If it is not, cancel publishing.
  Live                                        Complete  1 min

Azure Marketplace: http://offers.example/marketplace/contoso/linux-vm
Azure portal: http://offers.example/portal-gallery/contoso/linux-vm
Status page: http://offers.example/publishers/contoso/offers/linux-vm/status
`,
    });
  });

  it('tells what was found and what to do about it', async () => {
    const { run } = await at('certificationFailed');

    const { exitCode, stdout } = await run('status', 'contoso', 'linux-vm');

    expect(exitCode).toBe(4);
    expect(stdout).toMatch(
      /Certification +Failed +2 min\n {4}! .+ \[vm\.vhd\.size-alignment\] at \/definition\/plans\/0 \(plan standard\)\n {6}Fix: .+\n/,
    );
    expect(stdout).toContain('Next: correct it, offer put offer.json, offer publish contoso/linux-vm\n');
  });

  it('tells the warnings of what passed, beside their steps, also on the Status page', async () => {
    const { run, test } = await at('signOff');
    const warned = (ruleId: string): Finding => ({ ruleId, severity: 'warning', params: {}, target: {} });
    const kept: readonly (readonly [string, string | null, readonly Finding[]])[] = [
      ['offer', null, [warned('listing.text.promise')]],
      ['standard/1.0.0/os', 'standard', [warned('vm.partition.head'), info]],
    ];
    for (const [name, plan, findings] of kept)
      await test.catalogue.certifications.addPart(publicationId, certifiedPart({ name, plan, findings }));

    const { stdout } = await run('status', 'contoso/linux-vm');
    const page = await (await test.browse(`${pagePath}/status`)).text();

    expect(stdout).toMatch(
      /Validate prerequisites .+\n {4}! .* \[listing\.text\.promise\]\n(?: {6}Fix: .+\n)? {2}Certification .+\n {4}! .*\[vm\.partition\.head\] \(plan standard\)\n/,
    );
    expect(stdout).not.toContain(info.ruleId);
    expect(page).toContain('listing.text.promise');
    expect(page).toContain('vm.partition.head');
  });

  it('tells bytes, rate and time left of each region', async () => {
    const { run, test } = await at('provisioning');
    test.catalogue.items = [
      {
        item: 'replicate.westeurope',
        doneBytes: 2 ** 29,
        totalBytes: 2 ** 30,
        bytesPerSecond: 2 ** 26,
        state: 'running',
        updatedAt: '2026-11-20T11:59:00.000Z',
      },
      {
        item: 'replicate.eastus',
        doneBytes: 2 ** 30,
        totalBytes: 2 ** 30,
        bytesPerSecond: 0,
        state: 'done',
        updatedAt: '2026-11-20T11:59:00.000Z',
      },
    ];

    const { stdout } = await run('status', 'contoso/linux-vm');

    expect(stdout).toContain(`      westeurope  50 %   512 MiB of 1 GiB  64 MiB/s, 8 sec left
      eastus      100 %  1 GiB of 1 GiB    done
`);
  });

  it.each([
    [4, 0],
    [13, 3],
  ])('of %d messages of a step leaves out %d, and says so', async (count, left) => {
    const { run, test } = await at('provisioning');
    const told = Array.from({ length: count }, (_, index) => messageOf(`region${index + 1}`));
    test.publish(publicationAt('provisioning', told));

    const { stdout } = await run('status', 'contoso/linux-vm');

    expect(stdout.match(/region\d+: .+ copied/g)).toHaveLength(count - left);
    expect(stdout).toContain(`region${count}: 1 KiB copied`);
    expect(stdout.match(/\((\d+) earlier\)/)?.[1]).toBe(left === 0 ? undefined : String(left));
  });

  it('says of a step that takes longer than estimated that the operator knows, and how to ask', async () => {
    // Copying is estimated at a day; it began long before today.
    const { run } = await at('provisioning');

    const { stdout } = await run('status', 'contoso/linux-vm', '--lang', 'es');

    expect(stdout).toMatch(
      /Aprovisionamiento .*\n(?:.*\n)*? {4}! más de lo estimado; el operador lo sabe\n {6}Preguntar: offer support contoso\/linux-vm --contact <address> --text <question>\n/,
    );
  });

  it('tells of a scheduled go-live how it is taken back', async () => {
    const { run } = await at('scheduled');

    const { stdout } = await run('status', 'contoso/linux-vm');

    expect(stdout).toContain(
      'Next: nothing; it goes on by itself. To take that back: offer withdraw contoso/linux-vm\n',
    );
  });

  it('tells at sign-off what it waits for and the two commands', async () => {
    const { run } = await at('signOff');

    const { exitCode, stdout } = await run('status', 'contoso/linux-vm');

    expect(exitCode).toBe(0);
    expect(stdout).toContain('Waits for: the publisher’s sign-off');
    expect(stdout).toContain('Next: offer go-live contoso/linux-vm   or   offer cancel contoso/linux-vm\n');
    expect(stdout).toMatch(
      /Preview for 11111111-2222-3333-4444-555555555555: http:\/\/offers\.example\/preview\S+token=/,
    );
  });

  it.each([
    ['validation', 0],
    ['signOff', 0],
    ['live', 0],
    ['certificationFailed', 4],
    ['canceled', 5],
    ['changesRequested', 9],
  ] as const)('in phase %s ends with %d', async (phase, exitCode) => {
    const { run } = await at(phase);

    expect((await run('status', 'contoso/linux-vm', '--json')).exitCode).toBe(exitCode);
  });

  it('shows a canceled publication at the start again, and where its story is told', async () => {
    const { run } = await at('canceled');

    const { stdout } = await run('status', 'contoso/linux-vm');

    expect(stdout).toMatch(/\n {2}Publisher sign-off +Not started *\n {2}Live +Not started *\n/);
    expect(stdout).toContain(
      `What happened: offer history contoso/linux-vm --publication ${publicationId}\n`,
    );
  });

  it('calls an offer that was never published a draft', async () => {
    const { run } = await at();

    const told = await run('status', 'contoso/linux-vm');

    expect(told).toEqual({
      exitCode: 0,
      stderr: '',
      stdout:
        'contoso/linux-vm: Draft. It has never been published: offer publish contoso/linux-vm --email you@example.com\n',
    });
  });

  it('with --watch tells each change once and ends with the publication', async () => {
    const { run, test } = await at('certification');

    const watching = run('status', 'contoso/linux-vm', '--watch');
    test.publish(publicationAt('live'));
    const { exitCode, stdout } = await watching;

    expect(exitCode).toBe(0);
    expect(stdout.match(/^Provisioning: Complete$/gm)).toHaveLength(1);
    expect(stdout).toContain('contoso/linux-vm  version 1  Live');
  });

  it('gives up after --timeout with exit code 6, saying that it goes on', async () => {
    const { run } = await at('certification');

    const { exitCode, stderr } = await run('status', 'contoso/linux-vm', '--watch', '--timeout', '0.1');

    expect(exitCode).toBe(6);
    expect(stderr).toBe(
      'Gave up waiting for contoso/linux-vm (Publish in progress). It goes on: offer status contoso/linux-vm --watch\n',
    );
  });

  it('from a clone prints one JSON object on stdout and nothing else', async () => {
    const { url } = await at('live');

    const told = await spawnOffer(['status', 'contoso/linux-vm', '--json'], {
      OFFER_API: url,
      OFFER_TOKEN: apiToken,
    });

    expect(told.stderr).toBe('');
    expect(told.exitCode).toBe(0);
    expect(told.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(told.stdout)).toMatchObject({
      offer: 'contoso/linux-vm',
      label: 'Live',
      status: { outcome: 'live' },
    });
  });
});

describe('the language of what the API says', () => {
  it.each([
    ['--lang es', ['--lang', 'es'], {}, 'Pendiente de aprobación del publicador'],
    ['LANG', [], { LANG: 'ru_RU.UTF-8' }, 'Ожидает утверждения издателем'],
    ['LC_ALL rather than LANG', [], { LC_ALL: 'zh_CN', LANG: 'ru_RU' }, '等待发布者签收'],
    ['the option rather than both', ['--lang', 'en'], { LC_ALL: 'zh_CN' }, 'Awaiting publisher sign-off'],
    ['English for what we do not speak', [], { LANG: 'fr_FR.UTF-8' }, 'Awaiting publisher sign-off'],
    ['English for C', [], { LC_ALL: '', LANG: 'C.UTF-8' }, 'Awaiting publisher sign-off'],
  ])('is that of %s', async (_case, flags, environment, label) => {
    const { url } = await at('signOff');
    const argv = ['status', 'contoso/linux-vm', ...flags];

    const { stdout } = await runOffer(argv, { OFFER_API: url, OFFER_TOKEN: apiToken, ...environment });

    expect(stdout.split('\n')[0]).toContain(label);
  });

  it('is none that does not exist', async () => {
    const { run } = await at('signOff');

    expect((await run('status', 'contoso/linux-vm', '--lang', 'fr')).exitCode).toBe(2);
  });
});
