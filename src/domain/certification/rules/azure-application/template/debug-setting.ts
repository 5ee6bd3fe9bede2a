import { behind } from '../../../../arm-template/behind';
import { deploymentsOf } from '../../../../arm-template/linked-file';
import { placeAt } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateDebugSetting = templateRule({
  id: 'app.template.debug-setting',
  aliases: ['Deployment-Resources-Must-Not-Be-Debug'],
  severity: 'error',
  title: 'Deployments do not log their content',
  rationale: 'With debugging on, requests and answers are kept with the deployment, secrets among them.',
  message: {
    en: 'The debugging of this deployment is set to {actual}.',
    es: 'La depuración de esta implementación está en {actual}.',
    ru: 'Отладка этого развёртывания включена: {actual}.',
    zh: '此部署的调试设置为 {actual}。',
  },
  fix: {
    en: 'Remove debugSetting, or set its detailLevel to "none".',
    es: 'Quite debugSetting o ponga su detailLevel en "none".',
    ru: 'Уберите debugSetting или задайте detailLevel значение "none".',
    zh: '请删除 debugSetting，或将其 detailLevel 设为 "none"。',
  },
  check: (template) =>
    deploymentsOf(template).flatMap(({ place }): readonly Violation[] => {
      const setting = placeAt(place, 'properties', 'debugSetting');
      const level = placeAt(setting && behind(setting, template), 'detailLevel');
      if (level === undefined) return [];
      const value = behind(level, template);
      const { node } = value;
      const text = textOf(node) ?? '';
      if (text.toLowerCase() === 'none' || node.kind === 'null') return [];
      const facts = { actual: shownValue(value) };
      // A parameter may still say none; nobody knows before the deployment.
      return [
        violationAt(template, level, template.parsed.has(text) ? { ...facts, severity: 'warning' } : facts),
      ];
    }),
});
