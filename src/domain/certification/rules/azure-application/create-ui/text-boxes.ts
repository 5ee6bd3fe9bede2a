import { controlsOfType } from '../../../../create-ui/controls';

import { isExpression } from '../../../../arm-template/expression/parse-expression';
import { isPattern, limitsLength } from '../../../../create-ui/pattern';
import { childPlaces, type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import type { Flaw } from '../../../../text/findings/flaw-names';
import { targetOf } from '../../../package-facts';
import type { Severity } from '../../../finding';
import { shownText } from '../../../shown-value';
import { createUiRule } from './create-ui-rule';

export const textBoxes = createUiRule({
  id: 'app.create-ui.text-boxes',
  aliases: ['Textboxes-Are-Well-Formed'],
  severity: 'error',
  title: 'Text boxes say what they accept, and why not',
  rationale:
    'What a text box lets through reaches the deployment, which fails minutes later with a message nobody understands.',
  message: {
    en: 'The text box {control}: {flaw} ({actual}).',
    es: 'El cuadro de texto {control}: {flaw} ({actual}).',
    ru: 'Текстовое поле {control}: {flaw} ({actual}).',
    zh: '文本框 {control}：{flaw} ({actual})。',
  },
  fix: {
    en: 'Give {control} constraints with a regex that limits the length, and a validationMessage.',
    es: 'Dé a {control} constraints con un regex que limite la longitud y un validationMessage.',
    ru: 'Задайте для {control} элемент constraints с выражением regex, ограничивающим длину, и с validationMessage.',
    zh: '请为 {control} 设置 constraints，其中包含限制长度的 regex 和 validationMessage。',
  },
  check: (createUi) =>
    controlsOfType(createUi, 'Common.TextBox').flatMap(({ name, place }) =>
      flawsOf(place).map(({ flaw, at, ...weight }) => ({
        ...weight,
        params: { control: name, flaw },
        actual: shownText(textOf(at.node) ?? '-'),
        target: targetOf(createUi, at),
      })),
    ),
});

type Found = { readonly flaw: Flaw; readonly at: JsonPlace; readonly severity?: Severity };

function flawsOf(control: JsonPlace): readonly Found[] {
  const constraints = placeOf(control, 'constraints');
  if (constraints === undefined) return [{ flaw: 'noConstraints', at: control }];
  const validations = childPlaces(placeAt(constraints, 'validations'));
  const regex = placeOf(constraints, 'regex');
  const patterns = [regex, ...validations.map((each) => placeOf(each, 'regex'))].filter(
    (each) => each !== undefined,
  );
  // A message of a validation is what another rule asks for.
  const speaks =
    validations.length > 0 || (textOf(placeOf(constraints, 'validationMessage')?.node) ?? '') !== '';
  return [
    ...(patterns.length === 0 && !validations.some(isComputed)
      ? [{ flaw: 'noPattern', at: constraints } as const]
      : []),
    ...(speaks ? [] : [{ flaw: 'noMessage', at: constraints } as const]),
    ...patterns.flatMap(patternFlaws),
  ];
}

const isComputed = (validation: JsonPlace): boolean => placeOf(validation, 'isValid') !== undefined;

function patternFlaws(regex: JsonPlace): readonly Found[] {
  const pattern = textOf(regex.node) ?? '';
  // Only the portal knows what comes of it.
  if (isExpression(pattern)) return [];
  if (!isPattern(pattern)) return [{ flaw: 'badPattern', at: regex }];
  return limitsLength(pattern) ? [] : [{ flaw: 'noLength', at: regex, severity: 'warning' }];
}
