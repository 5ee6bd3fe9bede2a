import { judge } from '../../../src/domain/certification/finding';
import type { Rule, Violation } from '../../../src/domain/certification/rule';
import { judgeByRules } from '../../../src/domain/certification/run-rules';

const text = { en: '', es: '', ru: '', zh: '' };
const rule = (violations: readonly Violation[], more: Partial<Rule<number>> = {}): Rule<number> => ({
  id: 'a',
  aliases: ['Other-Name'],
  severity: 'error',
  title: '',
  rationale: '',
  policy: '300.4',
  message: text,
  fix: text,
  check: () => violations,
  ...more,
});
const crash = (): never => {
  throw new RangeError('secret');
};

it.each<[string, Rule<number>, string, readonly string[]]>([
  ['nothing', rule([]), 'pass', []],
  ['an error', rule([{}]), 'fail', ['error']],
  ['an error that weighs less here', rule([{ severity: 'warning' }]), 'warn', ['warning']],
  ['something to know', rule([{ severity: 'info' }]), 'pass', ['info']],
  ['the worse of two', rule([{ severity: 'warning' }, {}]), 'fail', ['warning', 'error']],
  [
    'an error that the marketplace lets pass',
    rule([{}], { marketplaceSeverity: 'warning' }),
    'fail',
    ['warning'],
  ],
  ['what a person has to decide', rule([{ severity: 'reviewRequired' }]), 'notRun', ['reviewRequired']],
  ['nothing to judge', rule([{}], { judges: () => false }), 'notRun', []],
  ['a crash', rule([], { check: crash }), 'notRun', ['reviewRequired']],
  ['a crash before', rule([], { judges: crash }), 'notRun', ['reviewRequired']],
])('%s', (_what, judged, result, severities) => {
  const { findings, tests } = judgeByRules(1, [judged]);

  expect(tests).toEqual([{ ruleId: 'a', aliases: ['Other-Name'], result }]);
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});

it('leaves out what weighs least where there is too much to show', () => {
  const warnings = Array.from({ length: 1_200 }, (): Violation => ({ severity: 'warning' }));

  const { findings, tests } = judgeByRules(1, [rule([...warnings, {}])]);

  expect([findings.length, findings[0]?.severity, judge(findings)]).toEqual([1_000, 'error', 'failed']);
  expect(tests[0]).toMatchObject({ result: 'fail', leftOut: 201 });
});

it('never passes what a rule could not judge', () => {
  expect(judge(judgeByRules(1, [rule([], { check: crash })]).findings)).toBe('reviewRequired');
});

it('points as close as the violation does', () => {
  const { findings } = judgeByRules(1, [rule([{ target: { file: 'a.json', line: 3 } }, {}])], {
    plan: 'small',
    file: 'b',
  });

  expect(findings.map(({ target }) => target)).toEqual([
    { plan: 'small', file: 'a.json', line: 3 },
    { plan: 'small', file: 'b' },
  ]);
});

it('tells the first thousand findings of a rule, and how many there are beyond', () => {
  const { findings, tests } = judgeByRules(1, [rule(Array.from({ length: 1234 }, () => ({})))]);

  expect(findings).toHaveLength(1000);
  expect(tests).toMatchObject([{ result: 'fail', leftOut: 234 }]);
});
