import type { Text } from '../text/language';
import type { Finding, FindingTarget } from './finding';
import { maskedFinding, maskedMeasured } from './masked-finding';
import type { Rule, Violation } from './rule';
import type { TestResult } from './test-result';

/** What a set of rules said: every finding, and what came of every rule. */
export type RulesOutcome = { readonly findings: readonly Finding[]; readonly tests: readonly TestResult[] };

/**
 * Every finding of every rule, and the result of each, in the table's order. `target` is what was judged as a whole; a
 * violation may point closer.
 */
export function judgeByRules<Facts>(
  facts: Facts,
  rules: readonly Rule<Facts>[],
  target: FindingTarget = {},
): RulesOutcome {
  const outcomes = rules.map((rule) => outcomeOf(rule, facts, target));
  return {
    findings: outcomes.flatMap(({ findings }) => findings),
    tests: outcomes.map(({ test }) => test),
  };
}

/** The findings alone. A rule that crashes becomes a finding about the rule. */
export function runRules<Facts>(
  facts: Facts,
  rules: readonly Rule<Facts>[],
  target: FindingTarget = {},
): readonly Finding[] {
  return judgeByRules(facts, rules, target).findings;
}

/** Nobody can say whether the rule is kept, so a reviewer decides instead of the machine. */
export const ruleCrashed: { readonly id: string; readonly message: Text; readonly fix: Text } = {
  id: 'certification.rule-crashed',
  message: {
    en: 'The check {rule} could not be carried out: {problem}.',
    es: 'No se ha podido realizar la comprobación {rule}: {problem}.',
    ru: 'Не удалось выполнить проверку {rule}: {problem}.',
    zh: '无法执行检查 {rule}：{problem}。',
  },
  fix: {
    en: 'Nothing to do for you: a reviewer looks at it. Open a support request if it takes longer than a day.',
    es: 'No tiene que hacer nada: lo examina un revisor. Abra una solicitud de soporte si tarda más de un día.',
    ru: 'Вам ничего делать не нужно: этим займётся рецензент. Если это длится более суток, обратитесь в поддержку.',
    zh: '您无需操作：审核人员会处理。如果超过一天，请提交支持请求。',
  },
};

/** Of one rule; a hostile file could break it a hundred thousand times, and a person mends no more at once. */
const mostFindings = 1000;

type Outcome = { readonly findings: readonly Finding[]; readonly test: TestResult };

function outcomeOf<Facts>(rule: Rule<Facts>, facts: Facts, target: FindingTarget): Outcome {
  const { id: ruleId, aliases = [] } = rule;
  try {
    if (rule.judges?.(facts) === false) return { findings: [], test: { ruleId, aliases, result: 'notRun' } };
    const violations = rule.check(facts);
    const leftOut = Math.max(0, violations.length - mostFindings);
    return {
      findings: weightiest(rule, violations).map((violation) => findingOf(rule, violation, target)),
      test: {
        ruleId,
        aliases,
        result: resultOf(rule, violations),
        ...maskedMeasured(rule.measured?.(facts)),
        ...(leftOut === 0 ? {} : { leftOut }),
      },
    };
  } catch (error) {
    return { findings: [crashFinding(ruleId, error, target)], test: { ruleId, aliases, result: 'notRun' } };
  }
}

/** What is left out must never be what the verdict hangs on. */
function weightiest<Facts>(rule: Rule<Facts>, violations: readonly Violation[]): readonly Violation[] {
  if (violations.length <= mostFindings) return violations;
  const weight = ({ severity = rule.severity }: Violation): number => weights.indexOf(severity);
  return violations.toSorted((one, other) => weight(one) - weight(other)).slice(0, mostFindings);
}

const weights: readonly Finding['severity'][] = ['error', 'reviewRequired', 'warning', 'info'];

/** The rule's own verdict, before the marketplace lets anything pass. What a person has to decide was not judged. */
function resultOf<Facts>(rule: Rule<Facts>, violations: readonly Violation[]): TestResult['result'] {
  const severities = new Set(violations.map(({ severity }) => severity ?? rule.severity));
  if (severities.has('error')) return 'fail';
  if (severities.has('reviewRequired')) return 'notRun';
  return severities.has('warning') ? 'warn' : 'pass';
}

function findingOf<Facts>(rule: Rule<Facts>, violation: Violation, target: FindingTarget): Finding {
  const { expected, actual } = violation;
  const own = violation.severity ?? rule.severity;
  return maskedFinding({
    ruleId: rule.id,
    ...(rule.aliases === undefined ? {} : { aliases: rule.aliases }),
    policy: rule.policy,
    severity: own === 'error' ? (rule.marketplaceSeverity ?? own) : own,
    params: violation.params ?? {},
    target: { ...target, ...violation.target },
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  });
}

/** `rule` is what crashed, by its id or else by any name that leads to it. */
export function crashFinding(rule: string, error: unknown, target: FindingTarget): Finding {
  const problem = error instanceof Error ? error.name : 'unknown error';
  return { ruleId: ruleCrashed.id, severity: 'reviewRequired', params: { rule, problem }, target };
}
