import { placeOf } from '../../../../json/json-place';
import { targetOf } from '../../../package-facts';
import { kept } from '../../../rule';
import { parametersRule } from './parameters-rule';
import { shownValue } from '../../../shown-value';

export const parametersPresent = parametersRule({
  id: 'app.parameters.present',
  aliases: ['DeploymentParameters-Should-Have-Parameters'],
  severity: 'error',
  title: 'A parameter file has parameters',
  rationale: 'A file that hands nothing over is there by mistake, or its values stand in the wrong place.',
  message: {
    en: 'parameters is {actual} instead of an object.',
    es: 'parameters es {actual} en lugar de un objeto.',
    ru: 'Значение parameters — {actual}, а должен быть объект.',
    zh: 'parameters 的值为 {actual}，应为对象。',
  },
  fix: {
    en: 'Put the values into the member parameters.',
    es: 'Ponga los valores en el miembro parameters.',
    ru: 'Поместите значения в элемент parameters.',
    zh: '请将各值放入 parameters 成员。',
  },
  check: (file) => {
    const place = placeOf(file.root, 'parameters');
    return place?.node.kind === 'object'
      ? kept
      : [{ actual: shownValue(place), target: targetOf(file, place ?? file.root) }];
  },
});
