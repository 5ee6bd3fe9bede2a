import { behind } from '../../../../arm-template/behind';
import { secretIn, shownCall } from '../../../../arm-template/secrets';
import { isBelow } from '../../../../arm-template/below';
import { settingsNamed } from '../../../../arm-template/settings';
import type { Template } from '../../../../arm-template/template';
import { type JsonPlace, placeOf } from '../../../../json/json-place';
import { templateRule, violationAt } from '../../../template-rule';

export const templateCommandSecrets = templateRule({
  id: 'app.template.command-secrets',
  aliases: ['CommandToExecute-Must-Use-ProtectedSettings-For-Secrets'],
  severity: 'error',
  title: 'Commands with secrets stand in protected settings',
  rationale:
    'Settings of an extension lie in plain text on the machine and in its resource; protected settings are encrypted.',
  message: {
    en: 'commandToExecute uses a secret outside of protectedSettings: {actual}.',
    es: 'commandToExecute usa un secreto fuera de protectedSettings: {actual}.',
    ru: 'commandToExecute использует секрет вне protectedSettings: {actual}.',
    zh: 'commandToExecute 在 protectedSettings 之外使用了机密：{actual}。',
  },
  fix: {
    en: 'Move commandToExecute from settings to protectedSettings.',
    es: 'Mueva commandToExecute de settings a protectedSettings.',
    ru: 'Перенесите commandToExecute из settings в protectedSettings.',
    zh: '请将 commandToExecute 从 settings 移到 protectedSettings。',
  },
  check: (template) =>
    commandsInTheOpen(template).flatMap((place) => {
      const secret = secretIn(place, template);
      return secret === undefined ? [] : [violationAt(template, place, { actual: shownCall(secret) })];
    }),
});

/** Written where they are used, or in a variable that is used as the settings. */
function commandsInTheOpen(template: Template): readonly JsonPlace[] {
  const written = settingsNamed(template, 'commandtoexecute').filter(
    (place) => !isBelow(place, 'protectedsettings'),
  );
  const fromVariables = settingsNamed(template, 'settings')
    .map((place) => placeOf(behind(place, template), 'commandToExecute'))
    .filter((place) => place !== undefined);
  return [...written, ...fromVariables];
}
