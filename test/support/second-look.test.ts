import { join } from 'node:path';
import { inPlainNode } from './plain-node';

const root = join(__dirname, '../..');
const suite = (name: string, ...tests: readonly string[]): object => ({
  name: join(root, name),
  status: tests.every((status) => status === 'passed') && tests.length > 0 ? 'passed' : 'failed',
  assertionResults: tests.map((status) => ({ status })),
  message: '',
});
const withServers = ['test/workflows/budget.test.ts', 'test/workflows/review.test.ts'];

const repeated: readonly (readonly [string, readonly object[], readonly string[]])[] = [
  ['nothing when all passed', [suite('test/workflows/budget.test.ts', 'passed')], []],
  [
    'what speaks to real servers',
    [suite('test/workflows/budget.test.ts', 'passed', 'failed'), suite('test/workflows/review.test.ts')],
    withServers,
  ],
  [
    'nothing when a pure test failed too',
    [suite('test/workflows/budget.test.ts', 'failed'), suite('test/domain/text/mails.test.ts', 'failed')],
    [],
  ],
  [
    'nothing when an invariant was broken',
    [{ ...suite('test/faults/worker-killed.test.ts', 'failed'), message: '+   "I6 p1 left d1 in eastus",' }],
    [],
  ],
  [
    'nothing when many failed',
    ['budget', 'review', 'messages', 'votes'].map((name) =>
      suite(`test/workflows/${name}.test.ts`, 'failed'),
    ),
    [],
  ],
];

it.each(repeated)('repeats %s', (_, suites, expected) => {
  expect(answer('worthASecondLook', suites)).toEqual(expected.map((name) => join(root, name)));
});

it('counts the last result of each suite, and what could not be run as a failure', () => {
  const first = [suite('a', 'passed', 'failed'), suite('b', 'passed'), suite('c')];
  const second = [suite('a', 'passed', 'passed')];

  expect(answer('counted', answer('lastResults', first, second))).toEqual({ passed: 3, failed: 1 });
});

function answer(name: string, ...args: readonly unknown[]): unknown {
  return inPlainNode('test/second-look.mjs', `it.${name}(...${JSON.stringify(args)})`);
}
