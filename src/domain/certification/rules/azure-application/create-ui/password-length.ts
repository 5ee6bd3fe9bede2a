import { controlsOfType } from '../../../../create-ui/controls';

import { isExpression } from '../../../../arm-template/expression/parse-expression';
import { isPattern, leastLength, limitsLength } from '../../../../create-ui/pattern';
import { type JsonPlace, placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import type { Flaw } from '../../../../text/findings/flaw-names';
import { targetOf } from '../../../package-facts';
import type { Severity } from '../../../finding';
import { shownText } from '../../../shown-value';
import { createUiRule } from './create-ui-rule';

export const passwordLength = createUiRule({
  id: 'app.create-ui.password-length',
  aliases: ['PasswordBoxes-Must-Have-Min-Length'],
  severity: 'error',
  title: 'Password boxes ask for a length',
  rationale: 'A short password is guessed, and what customers type is all that protects the machine.',
  message: {
    en: 'The password box {control}: {flaw} ({actual}).',
    es: 'El cuadro de contraseña {control}: {flaw} ({actual}).',
    ru: 'Поле пароля {control}: {flaw} ({actual}).',
    zh: '密码框 {control}：{flaw} ({actual})。',
  },
  fix: {
    en: 'Give {control} a constraints.regex that asks for 12 characters or more.',
    es: 'Dé a {control} un constraints.regex que exija 12 caracteres o más.',
    ru: 'Задайте для {control} такое constraints.regex, которое требует не менее 12 знаков.',
    zh: '请为 {control} 设置要求至少 12 个字符的 constraints.regex。',
  },
  check: (createUi) =>
    controlsOfType(createUi, 'Common.PasswordBox').flatMap(({ name, place }) => {
      const found = flawOf(place);
      if (found === undefined) return [];
      const { flaw, at, ...weight } = found;
      return [
        {
          ...weight,
          params: { control: name, flaw },
          actual: shownText(textOf(at.node) ?? '-'),
          target: targetOf(createUi, at),
        },
      ];
    }),
});

type Found = { readonly flaw: Flaw; readonly at: JsonPlace; readonly severity?: Severity };

const leastCharacters = 12;

function flawOf(control: JsonPlace): Found | undefined {
  const constraints = placeOf(control, 'constraints');
  if (constraints === undefined) return { flaw: 'noConstraints', at: control };
  const regex = placeOf(constraints, 'regex');
  const pattern = textOf(regex?.node);
  if (regex === undefined || pattern === undefined)
    return { flaw: 'noPattern', at: constraints, severity: 'warning' };
  // Only the portal knows what comes of it.
  if (isExpression(pattern)) return undefined;
  if (!isPattern(pattern)) return { flaw: 'badPattern', at: regex };
  if (!limitsLength(pattern)) return { flaw: 'noLength', at: regex };
  return leastLength(pattern) < leastCharacters
    ? { flaw: 'short', at: regex, severity: 'warning' }
    : undefined;
}
