/**
 * Tests of real servers on a machine that is busy with hundreds of others: now and then one is disturbed that is no worse
 * for it. Such a suite is run once more, alone, and named for everybody to see: it is to be mended the same day.
 */
/** More than that is no disturbance. */
const mostDisturbed = 3;

/** Folders whose suites speak to real servers; what they leave to chance is repeated by their seed. */
const withServers =
  /\/test\/(activities|cli|client|conformance|deploy|docs|e2e|faults|http|local|services|support|worker|workflows)\//;

/** A breach of an invariant, as `violations` names it: what was lost once is no disturbance. */
const breach = /"I\d+ /;

/**
 * The suites to run once more: none when one of the failed could not be disturbed.
 * @param {readonly { name: string, status: string, message: string }[]} suites as in jest's JSON results; `name` is a path
 * @returns {readonly string[]}
 */
export function worthASecondLook(suites) {
  const failed = suites.filter(({ status }) => status === 'failed');
  const couldBeDisturbed = ({ name, message }) => withServers.test(name) && !breach.test(message);
  return failed.length <= mostDisturbed && failed.every(couldBeDisturbed)
    ? failed.map(({ name }) => name)
    : [];
}

/**
 * The last result of each suite.
 * @param {readonly { name: string }[]} first
 * @param {readonly { name: string }[]} second
 */
export function lastResults(first, second) {
  return [...new Map([...first, ...second].map((suite) => [suite.name, suite])).values()];
}

/**
 * Counts tests; a suite that could not be run counts as one.
 * @param {readonly { status: string, assertionResults: readonly { status: string }[] }[]} suites
 */
export function counted(suites) {
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const having = (wanted) => tests.filter(({ status }) => status === wanted).length;
  const broken = suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: having('passed'), failed: having('failed') + broken.length };
}
