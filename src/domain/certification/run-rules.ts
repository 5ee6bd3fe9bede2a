import type { Text } from '../text/language';
import type { Finding, FindingTarget } from './finding';
import type { Rule, Violation } from './rule';

/** Every finding of every rule, in the table's order. A rule that crashes becomes a finding about the rule. */
export function runRules<Facts>(
  facts: Facts,
  rules: readonly Rule<Facts>[],
  target: FindingTarget = {},
): readonly Finding[] {
  return rules.flatMap((rule) => {
    try {
      return rule.check(facts).map((violation) => findingOf(rule, violation, target));
    } catch (error) {
      return [crashFinding(rule.id, error, target)];
    }
  });
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

function findingOf<Facts>(rule: Rule<Facts>, violation: Violation, target: FindingTarget): Finding {
  const { expected, actual } = violation;
  return {
    ruleId: rule.id,
    policy: rule.policy,
    severity: rule.severity,
    params: violation.params ?? {},
    target,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function crashFinding(rule: string, error: unknown, target: FindingTarget): Finding {
  const problem = error instanceof Error ? error.name : 'unknown error';
  return { ruleId: ruleCrashed.id, severity: 'reviewRequired', params: { rule, problem }, target };
}
