import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRules } from '../../src/domain/certification/rules/azure-application/table';
import {
  application,
  createUiDefinition,
  mainTemplate,
  writeApplication,
} from '../support/application-package';
import { badApplication as bad, certify, folderOf } from '../support/certify-folder';
import { emptyFolder, spawnOffer } from '../support/run-offer';

it('passes a package that is in order, as folder and as zip', async () => {
  const folder = emptyFolder();
  writeApplication(folder);

  const told = [await certify(folder, 'package', 'app'), await certify(folder, 'package', 'app.zip')];

  expect(told.map(({ stdout }) => stdout.replaceAll(/\d+/g, 'N'))).toEqual([
    'app passed. Errors: N. Warnings: N. Rules run: N, not run: N.\n',
    'app.zip passed. Errors: N. Warnings: N. Rules run: N, not run: N.\n',
  ]);
  expect(told.map(({ exitCode, stderr }) => [exitCode, stderr])).toEqual([
    [0, ''],
    [0, ''],
  ]);
});

it('says where, what, how to mend it, and which rule it is', async () => {
  const told = await certify(
    dirname(folderOf({})),
    'package',
    folderOf(bad),
    '--only',
    'Handler-Must-Be-Correct',
  );

  expect(told.exitCode).toBe(4);
  expect(told.stdout.replaceAll(/\S*offer-cli-\w+/g, 'app')).toBe(
    [
      'app/createUiDefinition.json:3:3, /handler: error: The handler is Contoso; it must be one of Microsoft.Azure.CreateUIDef, Microsoft.Compute.MultiVm. [app.create-ui.handler]',
      '    Fix: Set handler to Microsoft.Azure.CreateUIDef.',
      'app failed. Errors: 1. Warnings: 0. Rules run: 1, not run: 0.',
      '',
    ].join('\n'),
  );
});

it('says in one sentence why a zip cannot be read', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'app.zip'), 'PK\u0003\u0004 and no directory at its end');

  const { exitCode, stdout } = await certify(folder, 'package', 'app.zip');

  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/error: The zip cannot be read: [^\n]*[^.]\. \[app\.package\.readable\]\n/);
});

it('answers with one JSON object, in the words of the reader', async () => {
  const { stdout, stderr } = await certify(folderOf(bad), 'package', '.', '--json', '--lang', 'es');
  const answer = JSON.parse(stdout);

  expect(stderr).toBe('');
  expect(Object.keys(answer)).toEqual(['verdict', 'findings', 'tests']);
  expect(answer.verdict).toBe('failed');
  expect(answer.findings).toContainEqual({
    ruleId: 'app.create-ui.handler',
    aliases: ['Handler-Must-Be-Correct'],
    policy: '300.4',
    severity: 'error',
    params: {},
    target: { file: 'createUiDefinition.json', pointer: '/handler', line: 3, column: 3 },
    expected: 'Microsoft.Azure.CreateUIDef, Microsoft.Compute.MultiVm',
    actual: 'Contoso',
    message: expect.stringContaining('El controlador (handler) es Contoso') as string,
    fix: expect.stringContaining('Ponga handler') as string,
    docs: expect.any(String) as string,
  });
  expect(answer.tests).toHaveLength(packageRules.length);
  expect(answer.tests).toContainEqual({
    ruleId: 'app.create-ui.handler',
    aliases: ['Handler-Must-Be-Correct'],
    result: 'fail',
  });
});

it('tells the verdict of a rule before the marketplace lets it pass', async () => {
  const folder = folderOf(bad);
  const only = ['--only', 'Variables-Must-Be-Referenced'];
  const { exitCode, stdout } = await certify(folder, 'package', '.', ...only, '--json');
  const answer = JSON.parse(stdout);

  expect(answer.tests).toMatchObject([{ result: 'fail' }]);
  expect(answer.findings).toMatchObject([{ severity: 'warning' }]);
  expect([answer.verdict, exitCode]).toEqual(['passed', 0]);
  expect((await certify(folder, 'package', '.', ...only, '--fail-on', 'warning')).exitCode).toBe(4);
});

it('takes several rules, by id or alias in any case', async () => {
  const { stdout } = await certify(
    folderOf(application),
    'package',
    '--only',
    'app.package.json',
    '--only',
    'HANDLER-must-be-correct',
    '.',
    '--json',
  );

  expect(JSON.parse(stdout).tests).toMatchObject([
    { ruleId: 'app.package.json', result: 'pass' },
    { ruleId: 'app.create-ui.handler', result: 'pass' },
  ]);
});

it.each<[string, object, string, string]>([
  ['a template', mainTemplate, 'app.template.schema', 'pass'],
  ['a form', { ...createUiDefinition, handler: 'x' }, 'app.create-ui.handler', 'fail'],
  [
    'parameters',
    { $schema: mainTemplate.$schema.replace('Template', 'Parameters'), parameters: {} },
    'app.parameters.content-version',
    'fail',
  ],
])('judges %s by its content, whatever its name', async (_what, content, rule, result) => {
  const folder = folderOf({ 'some.file': content });
  const { stdout } = await certify(folder, 'template', 'some.file', '--json');
  const { tests }: { readonly tests: readonly { readonly ruleId: string; readonly result: string }[] } =
    JSON.parse(stdout);

  expect(tests.find(({ ruleId }) => ruleId === rule)?.result).toBe(result);
  expect(tests.find(({ ruleId }) => ruleId === 'app.package.root-files')?.result).toBe('notRun');
});

it.each<[string, string]>([
  ['is neither', '{ "a": 1 }'],
  ['is bigger than any template', `["${'x'.repeat(4 * 1024 * 1024)}"]`],
])('never passes a file that %s', async (_what, content) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'x.json'), content);

  expect((await certify(folder, 'template', 'x.json')).exitCode).toBe(4);
});

it('names the file of a single finding as it was named', async () => {
  const folder = folderOf({ 'sub/x.json': { ...createUiDefinition, handler: 'x' } });
  const { stdout } = await certify(folder, 'template', 'sub/x.json', '--only', 'app.create-ui.handler');

  expect(stdout).toMatch(/^sub\/x\.json:3:3, /);
});

it.each<[string, readonly string[], string]>([
  ['nothing there', ['package', 'nowhere'], 'There is nothing at nowhere.\n'],
  [
    'a folder for a file',
    ['template', '.'],
    '. is a folder, and one file is wanted here. Of a folder with an application: offer certify package .\n',
  ],
  [
    'an unknown rule',
    ['package', '.', '--only', 'Nonsense'],
    'There is no such rule here: Nonsense. See: offer rules\n',
  ],
  [
    'no path',
    ['package'],
    "error: missing required argument 'path'\nRun with --help to see what is possible.\n",
  ],
  ['two answers at once', ['package', '.', '--sarif', '--json'], ''],
])('calls %s a wrong command line', async (_what, argv, message) => {
  const told = await certify(folderOf(application), ...argv);

  expect([told.exitCode, told.stderr]).toEqual([2, message]);
});

it('needs nothing but itself', async () => {
  const { exitCode, stdout, stderr } = await spawnOffer(['certify', 'package', folderOf(application)], {});

  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain(' passed. Errors: 0. ');
});
