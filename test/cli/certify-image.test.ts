import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleDisk } from '../../src/local/sample/disk';
import { openFileSystems } from '../support/guest-image';
import { type LocalServer, startLocalServer } from '../support/local-server';
import { spawnOffer } from '../support/run-offer';
import { makeVhd } from '../support/vhd';
import { certifyImage } from './certified-image';

const partitionStart = 2048 * 512;

let folder: string;
const certify = (...words: readonly string[]) => certifyImage(folder, words);
/** What is said of the sample: to read its GiB once is enough. */
let sample: Awaited<ReturnType<typeof certify>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'certify-image-'));
  await writeSampleDisk(join(folder, 'sample.vhd'));
  sample = await certify('sample.vhd', '--os', 'linux', '--json');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** debugfs may be outside an ordinary user's PATH. */
function edit(image: string, commands: readonly string[]): void {
  const script = join(folder, 'edits');
  writeFileSync(script, `${commands.join('\n')}\n`);
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  execFileSync('debugfs', ['-w', '-f', script, `${image}?offset=${partitionStart}`], { env, stdio: 'pipe' });
}

it('passes the sample image, runs every rule that it has something for, and says how little it read beyond the hash pass', () => {
  const { exitCode, answer } = sample;

  expect(exitCode).toBe(0);
  expect(answer).toMatchObject({ verdict: 'passed', findings: [], bytes: 1024 ** 3 + 512 });
  // Its partition table is an MBR.
  expect(answer?.tests.filter(({ result }) => result !== 'pass')).toEqual([
    { ruleId: 'vm.partition.gpt-backup', aliases: [], result: 'notRun' },
  ]);
  expect(answer?.beyondHash.bytes).toBeLessThan(0.01 * 1024 ** 3);
});

it('tells of a passing image what each of the marketplace’s tests required and met', () => {
  const numbered = sample.answer?.tests.flatMap(({ aliases, expected, actual }) => {
    const testId = aliases.find((alias) => /^\d+$/.test(alias));
    return testId === undefined ? [] : [[testId, expected, actual]];
  });
  expect(numbered?.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
    ['39', '2.2.41', '2.9.1.1'],
    ['40', 'console=ttyS0#earlyprintk=ttyS0#rootdelay=300', expect.stringMatching(/ console=ttyS0 .*=300/)],
    ['41', '0', '0'],
    ['42', '1', '1'],
    ['44', '0.9.8', '3.0.15'],
    ['45', '2.6', '3.11.2'],
    ['46', '30-235', '180'],
    ['48', '1024', '0'],
    ['49', 'x86_64', 'x86_64'],
    ['50', '0', '0'],
    ['51', 'y', 'y'],
    ['52', undefined, '6.1.0-28'],
  ]);
});

it('names exactly the three things that are broken in an image', async () => {
  await writeSampleDisk(join(folder, 'broken.vhd'));
  writeFileSync(join(folder, 'keys'), 'ssh-ed25519 AAAA builder\n');
  writeFileSync(join(folder, 'fstab'), '/swapfile none swap sw 0 0\n');
  writeFileSync(join(folder, 'host-key'), 'key\n');
  edit(join(folder, 'broken.vhd'), [
    'mkdir /root/.ssh',
    `write ${join(folder, 'keys')} /root/.ssh/authorized_keys`,
    'rm /etc/fstab',
    `write ${join(folder, 'fstab')} /etc/fstab`,
    `write ${join(folder, 'host-key')} /etc/ssh/ssh_host_rsa_key`,
  ]);

  const { exitCode, stdout } = await certify('broken.vhd', '--os', 'linux');
  const sarif = await certify('broken.vhd', '--os', 'linux', '--sarif', '--only', 'vm.guest.swap-in-fstab');

  expect(exitCode).toBe(4);
  expect(stdout.match(/\[vm\.[\w.-]+\]/g)?.toSorted()).toEqual([
    '[vm.guest.authorized-keys]',
    '[vm.guest.host-keys]',
    '[vm.guest.swap-in-fstab]',
  ]);
  expect(stdout).toContain('\nbroken.vhd!/etc/fstab:1: error: /etc/fstab swaps to /swapfile.');
  expect(JSON.parse(sarif.stdout).runs[0].results[0].locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: 'broken.vhd' } },
      logicalLocations: [{ fullyQualifiedName: '/etc/fstab:1' }],
    },
  ]);
  expect(stdout).toMatch(/Read beyond the hash pass: .* KiB, 0\.0\d+ % of the image; reads: \d+\./);
});

it('fails a disk of Linux that is handed in as Windows', async () => {
  const { exitCode, answer } = await certify('sample.vhd', '--os', 'windows', '--json');

  const failed = answer?.tests.filter(({ result }) => result === 'fail').map(({ ruleId }) => ruleId);
  expect(exitCode).toBe(4);
  expect(failed).toEqual(['vm.disk.windows-os-minimum', 'vm.disk.holds-windows']);
});

it('finds swap in a partition that calls itself Linux', async () => {
  const swap = { offset: partitionStart + 4086, bytes: Buffer.from('SWAPSPACE2') };
  writeFileSync(join(folder, 'swap.vhd'), makeVhd({ mebibytes: 4, data: [swap] }));

  const { exitCode, stdout } = await certify('swap.vhd', '--os', 'linux', '--only', '41');

  expect(exitCode).toBe(4);
  expect(stdout).toContain('Partition 1 of the OS disk is a swap partition. [vm.partition.swap]');
});

it('passes nothing of a file that holds nothing', async () => {
  writeFileSync(join(folder, 'empty.vhd'), '');

  const { exitCode, stdout, answer } = await certify('empty.vhd', '--os', 'linux', '--json');
  const told = await certify('empty.vhd', '--os', 'linux');

  expect([exitCode, answer?.verdict]).toEqual([4, 'failed']);
  expect(stdout).not.toContain('"pass"');
  const notRun = [...told.stdout.matchAll(/^Not run, because (.*) \(rules: (\d+)\):\n((?: {4}.*\n)+)/gm)];
  expect(notRun.map(([, why, count, rules = '']) => [why, count, rules.split(/\s+/)])).toEqual([
    ['the file is no whole VHD', expect.any(String), expect.arrayContaining(['vm.vhd.footer-type'])],
    ['a reviewer decides', '1', ['', 'vm.guest.readable', '']],
    ['what is inside could not be read', '26', expect.arrayContaining(['vm.guest.agent-version'])],
  ]);
});

it('does not call passed what no rule judged, and says what to do', async () => {
  writeFileSync(join(folder, 'nothing.vhd'), '');
  const only = ['--only', 'vm.guest.private-keys'];

  const { exitCode, stdout } = await certify('nothing.vhd', '--os', 'linux', ...only);
  const { answer } = await certify('nothing.vhd', '--os', 'linux', ...only, '--json');

  expect([exitCode, answer?.verdict]).toEqual([4, 'notJudged']);
  expect(stdout).toContain('nothing.vhd was not judged. ');
  expect(stdout).toContain('Certify without --only');
  expect(stdout).not.toMatch(/passed/);
});

it('wants a reviewer for Windows, and lists what was not run', async () => {
  const ntfs = { offset: partitionStart + 3, bytes: Buffer.from('NTFS    ') };
  writeFileSync(join(folder, 'windows.vhd'), makeVhd({ mebibytes: 4, data: [ntfs] }));

  const only = ['--only', 'vm.guest.readable', '--only', 'client alive interval'];
  const { exitCode, answer } = await certify('windows.vhd', '--os', 'windows', '--json', ...only);

  expect(exitCode).toBe(4);
  expect(answer).toMatchObject({
    verdict: 'reviewRequired',
    findings: [
      { ruleId: 'vm.guest.readable', severity: 'reviewRequired', actual: 'file system: NTFS (partition 1)' },
    ],
    tests: [
      { ruleId: 'vm.guest.readable', result: 'notRun' },
      { ruleId: 'vm.guest.client-alive-interval', result: 'notRun' },
    ],
  });
});

it('says what is wrong with the command line', async () => {
  const missing = await certify('nowhere.vhd', '--os', 'linux');
  const aFolder = await certify('.', '--os', 'linux');
  const noSystem = await certify('sample.vhd');

  expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('nowhere.vhd') as unknown });
  expect(aFolder).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('not a file') as unknown });
  expect(noSystem).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--role data') as unknown });
});

it('holds a data disk to the rules of data disks, and does not look into it', async () => {
  writeFileSync(join(folder, 'data.vhd'), makeVhd({ mebibytes: 32, data: [] }));

  const asData = await certify('data.vhd', '--role', 'data', '--json');
  const asOsDisk = await certify('data.vhd', '--os', 'linux', '--json');

  expect([asData.exitCode, asData.answer?.verdict]).toEqual([0, 'passed']);
  expect(asData.answer).not.toHaveProperty('guest');
  expect(asData.answer?.tests.map(({ ruleId }) => ruleId)).toContain('vm.disk.data-size');
  expect(asData.answer?.tests.filter(({ ruleId }) => /^vm\.(?:guest|partition)\./.test(ruleId))).toEqual([]);
  expect([asOsDisk.exitCode, asOsDisk.answer?.verdict]).toEqual([4, 'failed']);
});

describe('a SAS URL', () => {
  const query = 'sv=2021-12-02&st=2026-01-01T00:00:00Z&se=2030-01-01T00:00:00Z&sr=c&sp=rl&sig=c2VjcmV0';
  const disk = vhdWithSystem();
  let server: LocalServer;
  let sent = 0;

  beforeAll(async () => {
    server = await startLocalServer((request, response) => {
      const [, start, end] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      response.setHeader('etag', '"one"').setHeader('x-ms-blob-type', 'PageBlob');
      const [, status] = /^\/status\/(\d+)\//.exec(request.url ?? '') ?? [];
      if (request.url?.startsWith('/gone-midway/')) goneMidway(request, response);
      else if (status !== undefined) response.writeHead(Number(status)).end();
      else if (!request.url?.startsWith('/vhds/web.vhd?')) response.writeHead(404).end();
      else if (request.method === 'HEAD') response.writeHead(200, { 'content-length': disk.length }).end();
      else if (start === undefined) response.writeHead(400).end();
      else {
        const bytes = disk.subarray(Number(start), Number(end) + 1);
        sent += bytes.length;
        response.writeHead(206).end(bytes);
      }
    });
  });
  afterAll(() => server.close());

  it('is read where it is; the file’s name is told and the signature is not', async () => {
    const { stdout, answer } = await certify(
      `${server.origin}/vhds/web.vhd?${query}`,
      '--os',
      'linux',
      '--json',
    );

    const failed = answer?.tests.filter(({ result }) => result === 'fail').map(({ ruleId }) => ruleId);
    expect(failed).toEqual(['vm.disk.linux-os-size']);
    expect(sent).toBe(disk.length + (answer?.beyondHash.bytes ?? 0));
    expect(stdout).not.toContain('c2VjcmV0');
  });

  function goneMidway({ method }: IncomingMessage, response: ServerResponse): void {
    if (method === 'HEAD') response.writeHead(200, { 'content-length': disk.length }).end();
    else response.writeHead(500).end();
  }

  it.each<[what: string, path: string, exitCode: number, said: RegExp]>([
    ['is refused', '/status/403/web.vhd', 4, /^web\.vhd: error: .*expired \(403\)\. \[sas\.source\.unauth/m],
    ['leads to nothing', '/status/404/web.vhd', 4, /^web\.vhd: error: .*not found \(404\)\. \[sas\./m],
    ['leads to something else', '/status/409/web.vhd', 4, /\[sas\.source\.incorrect-url\]/],
    [
      'leads to busy storage',
      '/status/503/web.vhd',
      8,
      /^The image at http:.*\/status\/503\/web\.vhd cannot be read now: the image's storage answered 503\. /,
    ],
    [
      'goes away midway',
      '/gone-midway/web.vhd',
      8,
      /gone-midway\/web\.vhd cannot be read now: .* answered 500\. /,
    ],
  ])('that %s ends in words, without its secrets', async (...row) => {
    const [, path, expected, said] = row;

    const { exitCode, stdout, stderr } = await certify(`${server.origin}${path}?${query}`, '--os', 'linux');

    expect([exitCode, stdout + stderr]).toEqual([expected, expect.stringMatching(said)]);
    expect(stdout + stderr).not.toMatch(/c2VjcmV0|^ +at |sig=/m);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['nobody listens at', 'http://127.0.0.1:1/vhds/web.vhd', 8, 'no connection'],
    ['is none', 'http://[/web.vhd', 4, '[sas.url.form]'],
  ])('that %s ends in words', async (_what, url, expected, said) => {
    const { exitCode, stdout, stderr } = await certify(`${url}?${query}`, '--os', 'linux');

    expect([exitCode, stdout + stderr]).toEqual([expected, expect.stringContaining(said)]);
    expect(stdout + stderr).not.toMatch(/c2VjcmV0|^ +at /m);
  });

  it('that no name leads to ends in words', async () => {
    const url = `http://nowhere.invalid/vhds/web.vhd?${query}`;

    const { exitCode, stdout, stderr } = await spawnOffer(['certify', 'image', url, '--os', 'linux'], {});

    expect([exitCode, stderr]).toEqual([4, '']);
    expect(stdout).toContain('is not fetched: no such host in the public internet. [sas.source.blocked]');
    expect(stdout).not.toContain('c2VjcmV0');
  });

  it('that leads nowhere fails with the message that publishers know, and no other rule is passed', async () => {
    const { exitCode, answer } = await certify(
      `${server.origin}/vhds/other.vhd?${query}`,
      '--os',
      'linux',
      '--json',
    );

    expect(exitCode).toBe(4);
    expect(answer?.findings.map(({ ruleId }) => ruleId)).toEqual(['sas.source.not-found']);
    expect(
      answer?.tests.filter(({ ruleId, result }) => ruleId.startsWith('vm.') && result !== 'notRun'),
    ).toEqual([]);
  });
});

/** 64 MiB: too small for the marketplace, large enough to be read. */
function vhdWithSystem(): Buffer {
  const systems = openFileSystems();
  const fileSystem = systems.make();
  systems.remove();
  return makeVhd({ mebibytes: 64, data: [{ offset: partitionStart, bytes: fileSystem }] });
}
