import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { application } from '../support/application-package';
import { badApplication as bad, certify, folderOf } from '../support/certify-folder';
import { emptyFolder, runOffer } from '../support/run-offer';
import { sarifFaults } from '../support/sarif';
import { zipOf } from '../support/zip';

it('writes SARIF that keeps every rule of the format', async () => {
  const { stdout, exitCode } = await certify(folderOf(bad), 'package', '.', '--sarif');
  const log = JSON.parse(stdout);

  expect(exitCode).toBe(4);
  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].results).toContainEqual({
    ruleId: 'app.create-ui.handler',
    level: 'error',
    message: { text: expect.stringContaining('The handler is Contoso') as string },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'createUiDefinition.json' },
          region: { startLine: 3, startColumn: 3 },
        },
        logicalLocations: [{ fullyQualifiedName: '/handler' }],
      },
    ],
    properties: { severity: 'error' },
  });
});

it('leads in SARIF from each rule to its text on the installation that is known', async () => {
  const { stdout } = await certify(folderOf(bad), 'package', '.', '--sarif');

  const [handler] = JSON.parse(stdout).runs[0].tool.driver.rules.filter(
    ({ id }: { readonly id: string }) => id === 'app.create-ui.handler',
  );
  expect(handler.helpUri).toBe('http://127.0.0.1:9/docs/rules#app.create-ui.handler');
});

it('leads nowhere in SARIF where no installation is known', async () => {
  const { stdout } = await runOffer(
    ['certify', 'package', '.', '--sarif'],
    {},
    { workFolder: folderOf(bad) },
  );

  expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
  expect(stdout).not.toContain('helpUri');
});

it.each([
  ['a profile that nobody made', { OFFER_PROFILE: 'nobody' }],
  ['what is no address', { OFFER_API: 'nowhere' }],
])('certifies although the environment names %s', async (_what, environment) => {
  const { stdout, exitCode } = await runOffer(['certify', 'package', '.', '--sarif'], environment, {
    workFolder: folderOf(bad),
  });

  expect(exitCode).toBe(4);
  expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
  expect(stdout).not.toContain('helpUri');
});

it('writes SARIF about names that no address may hold', async () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'a b:c.zip'),
    zipOf([{ name: '../ü"\u0000.json', content: '{' }, { name: 'x\\y' }]),
  );
  const { stdout } = await certify(folder, 'package', 'a b:c.zip', '--sarif');

  expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
  expect(stdout).toContain('"uri": "a%20b%3Ac.zip/../');
});

it('says in SARIF, too, that nothing was judged: no results alone would look like a pass', async () => {
  const nothingJudged = ['--only', 'app.parameters.values', '--sarif'];
  const { stdout, exitCode } = await certify(folderOf(application), 'package', '.', ...nothingJudged);
  const log = JSON.parse(stdout);

  expect(exitCode).toBe(4);
  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].results).toEqual([]);
  expect(log.runs[0].invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: {
            text: expect.stringMatching(/^\. was not judged\. No pass: none of these rules/) as string,
          },
        },
      ],
    },
  ]);
});

it('tells in SARIF of an image which rules were not run, and why', async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'web.vhd'), Buffer.alloc(2048));
  const { stdout } = await certify(folder, 'image', 'web.vhd', '--os', 'linux', '--sarif');
  const log = JSON.parse(stdout);

  expect(sarifFaults(log)).toEqual([]);
  expect(log.runs[0].invocations[0].executionSuccessful).toBe(true);
  expect(log.runs[0].invocations[0].toolExecutionNotifications).toContainEqual({
    level: 'note',
    message: { text: 'Not run: vm.vhd.footer-type (the file is no whole VHD)' },
    associatedRule: { id: 'vm.vhd.footer-type' },
  });
});
