import { controlsOfType } from '../../../../create-ui/controls';

import { placeOf } from '../../../../json/json-place';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';
import { shownValue } from '../../../shown-value';

export const defaultUsername = createUiRule({
  id: 'app.create-ui.default-username',
  aliases: ['Usernames-Should-Not-Have-A-Default'],
  severity: 'error',
  title: 'Nobody proposes a user name',
  rationale: 'A name that is the same for every customer is half of what an attacker has to guess.',
  message: {
    en: 'The user name box {control} proposes {actual}.',
    es: 'El cuadro de nombre de usuario {control} propone {actual}.',
    ru: 'Поле имени пользователя {control} предлагает {actual}.',
    zh: '用户名框 {control} 预填了 {actual}。',
  },
  fix: {
    en: 'Take the defaultValue of {control} away.',
    es: 'Quite el defaultValue de {control}.',
    ru: 'Уберите defaultValue у {control}.',
    zh: '请移除 {control} 的 defaultValue。',
  },
  check: (createUi) =>
    controlsOfType(createUi, 'Compute.UserNameTextBox').flatMap(({ name, place }) => {
      const value = placeOf(place, 'defaultValue');
      return value === undefined || ['', 'null'].includes(shownValue(value))
        ? []
        : [{ params: { control: name }, actual: shownValue(value), target: targetOf(createUi, value) }];
    }),
});
