import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { frozenVersion, listedOffer } from '../support/listed-offer';
import { offerAt } from '../support/offer-at';
import { publicationId } from '../support/publication-at';
import { emptyFolder, type Offer } from '../support/run-offer';
import { slotOf } from '../support/shown-package';
import { signedReport } from '../support/signed-report';
import { now, testApp, type TestApp } from '../support/test-app';

const at = 'contoso/linux-vm';
const until = '2027-05-01T00:00:00Z';

let test: TestApp;
let offer: Offer;
beforeEach(async () => {
  test = testApp({ clock: () => now });
  offer = await offerAt('signOff', { draft: listedOffer(), test });
});

const grant = (...more: readonly string[]) =>
  offer.run(
    'exceptions',
    'grant',
    at,
    '--rule',
    'Bash History',
    '--reason',
    'In May.',
    '--until',
    until,
    ...more,
  );

describe('report', () => {
  it('is fetched byte by byte, and status shows what was let pass', async () => {
    const signed = signedReport();
    test.catalogue.signedReports.set(publicationId, signed.record);
    test.staging.blobs.set(`reports/${signed.record.digest}`, Buffer.from(signed.text));

    const { stdout } = await offer.run('report', at);
    const status = await offer.run('status', at);

    expect(stdout).toBe(signed.text);
    expect(status.stdout).toMatch(/Excepted until .*: .* \(rita@\*\) \[vm\.guest\.bash-history\]/);
  });

  it('is verified with the keys that the installation publishes', async () => {
    const workFolder = emptyFolder();
    writeFileSync(join(workFolder, 'foreign.json'), signedReport().text);

    const { exitCode, stderr } = await offer.runAt({ workFolder }, 'verify', 'foreign.json');

    expect(exitCode).toBe(4);
    expect(stderr).toContain('these keys did not sign it');
  });

  it('is missed in words', async () => {
    const { exitCode, stderr } = await offer.run('report', at);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no certification report');
  });
});

describe('exceptions', () => {
  it('are granted, listed and ended', async () => {
    const none = await offer.run('exceptions', 'list', 'contoso');
    const granted = await grant('--json');
    const { exception } = JSON.parse(granted.stdout) as {
      readonly exception: { readonly exceptionId: string };
    };
    const listed = await offer.run('exceptions', 'list', 'contoso', '--offer', 'linux-vm');
    const ended = await offer.run('exceptions', 'end', 'contoso', exception.exceptionId, '--yes');
    const all = await offer.run('exceptions', 'list', 'contoso', '--all');

    expect(none.stdout).toBe('contoso has no exceptions.\n');
    expect(listed.stdout).toMatch(
      /^vm\.guest\.bash-history +contoso\/linux-vm\/\* +until May 1, 2027.*In May\.\n$/,
    );
    expect(ended.stdout).toBe('vm.guest.bash-history counts again from the next publication on.\n');
    expect(all.stdout).toContain('over');
  });

  it('are refused with the reason', async () => {
    const { exitCode, stderr } = await grant('--plan', 'nothing');

    expect(exitCode).toBe(3);
    expect(stderr).toContain('has no plan nothing');
  });

  it('end only when somebody says so', async () => {
    const { exitCode, stderr } = await offer.run('exceptions', 'end', 'contoso', publicationId);

    expect(exitCode).toBe(2);
    expect(stderr).toContain('add --yes');
  });
});

describe('recertify', () => {
  it('wants to be told that it is a dry run over all', async () => {
    const { exitCode, stderr } = await offer.run('recertify', '--all');

    expect(exitCode).toBe(2);
    expect(stderr).toContain('--all --dry-run');
  });

  it('counts what is live', async () => {
    const { exitCode, stdout } = await offer.run('recertify', '--all', '--dry-run', '--json');

    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      live: 0,
      passed: 0,
      reviewRequired: 0,
      failed: 0,
      notJudged: 0,
      nothingToJudge: 0,
      offers: [],
    });
  });

  it('says what it judged, and of which offer nothing is kept', async () => {
    test.catalogue.slotRows = [slotOf('Production')];
    test.catalogue.versions.push(frozenVersion());
    const judged = await offer.run('recertify', '--all', '--dry-run');
    test.catalogue.versions.splice(0);

    const kept = await offer.run('recertify', '--all', '--dry-run');

    expect(judged.exitCode).toBe(4);
    expect(judged.stdout).toContain(
      '  ! "Operating system" is missing. [offer.field-missing] at /definition/plans/0/microsoft-azure-virtualmachines.osType (plan standard)',
    );
    expect(judged.stdout).toContain('not wholly judged: standard/1.0.0/os');
    expect(judged.stdout).toMatch(/Judged: documents 1, disks and packages 0\.\nNot tried: .*\(rules: \d+; /);
    expect(kept.exitCode).toBe(0);
    expect(kept.stdout).toBe(
      'contoso/linux-vm version 1: nothingToJudge\n  nothing of the version that is live is kept\nLive offers: 1. Would pass: 0, need a reviewer: 0, fail: 0; not wholly judged: 0, nothing to judge: 1.\n',
    );
  });
});
