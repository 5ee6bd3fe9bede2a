import { execFile } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sampleOffer } from '../../src/local/sample/offer';
import { ownApi } from '../support/own-product';
import { diskBytes, imagePieces } from '../support/publisher-image';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { testStack } from '../support/stack';
import { inWorkshop, type Workshop } from '../support/workshop';
import { root } from './documents';

jest.setTimeout(600_000);

const run = promisify(execFile);
const example = readFileSync(join(root, 'docs/examples/publish-on-tag.yml'), 'utf8');

it('publishes on a tag: every step of the example runs, and the preview opens', () =>
  inWorkshop(async (workshop) => {
    const system = await openRealSystem(workshop);
    const api = await ownApi(workshop, { ...system.environment, UPLOADS: uploadsOf(system) });
    await Promise.all([system.startWorker(), api.start()]);
    const runner = runnerIn(workshop, { OFFER_API: api.url, OFFER_TOKEN: system.keys.apiToken });
    await lay(system, runner.folder);

    const said: string[] = [];
    for (const step of steps()) said.push(await runner.run(step));

    expect(said.join('\n')).toContain('npm ci --prefix tools/offer');
    expect(said.join('\n')).toContain('contoso/linux-vm can be published');
    expect(said.join('\n')).toContain('Awaiting publisher sign-off');
    expect(runner.summary()).toBe(
      `contoso/linux-vm: **Awaiting publisher sign-off** - [status page](${api.url}/publishers/contoso/offers/linux-vm/status)\n`,
    );
    expect(said.filter((text) => /sig=/.test(text.replace(/^::add-mask::.*$/m, '')))).toEqual([]);
  }));

it('is what a newcomer can follow: each step has a name', () => {
  expect(steps().length).toBe(6);
});

/** The commands of each `run`, as the runner hands them to bash. */
function steps(): readonly string[] {
  const inOneLine = /^ {8}run: (?!\|)(.+)$/;
  return example.split(/^ {6}- /m).flatMap((step) => {
    const block = /^ {8}run: \|\n((?: {10}.*\n?|\n)+)/m.exec(step)?.[1];
    if (block !== undefined) return [block.replaceAll(/^ {10}/gm, '')];
    const line = step.split('\n').find((each) => inOneLine.test(each));
    return line === undefined ? [] : [inOneLine.exec(line)?.[1] ?? ''];
  });
}

type Runner = {
  readonly folder: string;
  readonly run: (commands: string) => Promise<string>;
  readonly summary: () => string;
};

/** GitHub's runner as far as the steps know it: its variables, its files, bash that stops at the first failure. */
function runnerIn(workshop: Workshop, secrets: Readonly<Record<string, string>>): Runner {
  const folder = join(workshop.folder, 'repository');
  mkdirSync(join(folder, 'tools'), { recursive: true });
  mkdirSync(join(folder, 'programs'));
  symlinkSync(root, join(folder, 'tools/offer'));
  // The checkout is installed already, and other tests use it.
  writeFileSync(join(folder, 'programs/npm'), '#!/bin/sh\necho "npm $*"\n');
  chmodSync(join(folder, 'programs/npm'), 0o755);
  const file = (name: string): string => join(folder, name);
  const lines = (name: string): readonly string[] =>
    existsSync(file(name))
      ? readFileSync(file(name), 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  return {
    folder,
    summary: () =>
      lines('summary')
        .map((line) => `${line}\n`)
        .join(''),
    run: async (commands) => {
      const kept = lines('env').map((line) => [
        line.slice(0, line.indexOf('=')),
        line.slice(line.indexOf('=') + 1),
      ]);
      const env = {
        ...secrets,
        ...(Object.fromEntries(kept) as Record<string, string>),
        OFFER: 'contoso/linux-vm',
        HOME: folder,
        PATH: [file('programs'), ...lines('path'), process.env['PATH']].join(':'),
        GITHUB_WORKSPACE: folder,
        GITHUB_REF_NAME: 'v1.4.0',
        GITHUB_ENV: file('env'),
        GITHUB_PATH: file('path'),
        GITHUB_STEP_SUMMARY: file('summary'),
      };
      const bash = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', commands];
      try {
        const { stdout, stderr } = await run('bash', bash, { cwd: folder, env });
        return stdout + stderr;
      } catch (error) {
        const { stdout, stderr } = error as Readonly<Record<'stdout' | 'stderr', string>>;
        throw new Error(`${commands}\n${stdout}${stderr}`, { cause: error });
      }
    },
  };
}

/** What the repository holds: the document and the disk that a build made. */
async function lay({ files }: RealSystem, folder: string): Promise<void> {
  const document = sampleOffer({ osVhdUrl: files.urls.osVhdUrl, logoUrls: files.urls.logoUrls });
  const { publisherId: _of, id: _id, ...offer } = document;
  writeFileSync(join(folder, 'offer.json'), JSON.stringify(offer));
  mkdirSync(join(folder, 'build'));
  const path = join(folder, 'build/image.vhd');
  writeFileSync(path, '');
  truncateSync(path, diskBytes + 512);
  const disk = openSync(path, 'r+');
  for (const { offset, bytes } of imagePieces(8)) writeSync(disk, bytes, 0, bytes.length, offset);
  closeSync(disk);
}

/** The publisher's account, by the address that the system trusts. */
function uploadsOf({ publisher }: RealSystem): string {
  const credential = { accountName: 'publisher', accountKey: testStack().storage.accountKey('publisher') };
  return JSON.stringify({ name: 'publisher', url: publisher.url, credential });
}
