import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtProduct } from '../support/built-product';
import { inWorkshop } from '../support/workshop';

const run = promisify(execFile);
const root = join(__dirname, '../..');

/** A project of somebody else's, in which the packed product is installed beside what it depends on. */
async function projectWithPackage(folder: string): Promise<string> {
  const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')];
  const installed = join(theirs, 'node_modules/offer-publication');
  await mkdir(ours);
  await mkdir(installed, { recursive: true });
  await cp(join(root, 'package.json'), join(ours, 'package.json'));
  await cp(await builtProduct(), join(ours, 'dist'), { recursive: true });
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json'], { cwd: ours });
  const [packed] = JSON.parse(stdout) as [{ readonly filename: string }];
  await run('tar', ['-xzf', join(ours, packed.filename), '-C', installed, '--strip-components=1']);
  await symlink(join(root, 'node_modules'), join(installed, 'node_modules'));
  return theirs;
}

it('lets another project publish with the client, types included', () =>
  inWorkshop(async ({ folder }) => {
    const project = await projectWithPackage(folder);
    const example = await readFile(join(root, 'docs/examples/publish.ts'), 'utf8');
    await writeFile(join(project, 'publish.ts'), example.replace('../../src/client', 'offer-publication'));
    const settings = {
      compilerOptions: {
        module: 'nodenext',
        strict: true,
        skipLibCheck: true,
        typeRoots: [join(root, 'node_modules/@types')],
        types: ['node'],
      },
      files: ['publish.ts'],
    };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(settings));

    await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project]);
    const failure = await run(process.execPath, [join(project, 'publish.js'), 'contoso/linux-vm'], {
      env: { ...process.env, TEMPORAL_ADDRESS: '127.0.0.1:1' },
    }).catch((error: { readonly stderr: string }) => error);

    // Whole as it is, it comes as far as asking a server.
    expect(failure.stderr).toContain('Failed to connect');
  }));
