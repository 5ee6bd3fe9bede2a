import { runOffer, spawnOffer } from '../../support/run-offer';
import { accepted, commandOf, conformanceEntries, type Entry } from './entries';

const entries = conformanceEntries();
/** Of the entries there are, as docs/CONFORMANCE.md promises. */
const leastAgreement = 0.97;
/** Each costs a process; together they cover folders and files, passes and failures. */
const inProcessesOfTheirOwn = entries.filter((_entry, index) => index % 37 === 0);
const nobody = { OFFER_API: 'http://127.0.0.1:9' };

// `npm test` counts the tests of this name for its line "conformance: N of 183".
for (const entry of entries) {
  it(`conformance ${entry.test} ${entry.path}`, async () => {
    const { exitCode, stdout } = await runOffer(commandOf(entry), nobody);

    expect(accepted[entry.outcome]).toContain(resultIn(stdout, entry));
    expect(exitCode).toBe(verdictIn(stdout) === 'passed' ? 0 : 4);
  });
}

it('agrees with the reference tests about nearly all entries, where these are at hand', async () => {
  const agreed = await Promise.all(
    entries.map(async (entry) =>
      accepted[entry.outcome].includes(resultIn((await runOffer(commandOf(entry), nobody)).stdout, entry)),
    ),
  );

  expect(agreed.filter((each) => each).length).toBeGreaterThanOrEqual(entries.length * leastAgreement);
});

it('says the same as a command in a process of its own', async () => {
  const spawned = [];
  for (const entry of inProcessesOfTheirOwn) spawned.push(await spawnOffer(commandOf(entry), {}));
  const inProcess = await Promise.all(
    inProcessesOfTheirOwn.map(async (entry) => runOffer(commandOf(entry), nobody)),
  );

  expect(spawned.map(({ exitCode, stdout }) => [exitCode, JSON.parse(stdout)])).toEqual(
    inProcess.map(({ exitCode, stdout }) => [exitCode, JSON.parse(stdout)]),
  );
});

/** Of the one rule that carries the reference test's name. */
function resultIn(stdout: string, { test }: Entry): string {
  const {
    tests,
  }: { readonly tests: readonly { readonly aliases: readonly string[]; readonly result: string }[] } =
    JSON.parse(stdout);
  const results = tests.filter(({ aliases }) => aliases.includes(test)).map(({ result }) => result);
  return results.join(', ');
}

const verdictIn = (stdout: string): unknown => (JSON.parse(stdout) as { readonly verdict: string }).verdict;
