import { placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { kept } from '../../../rule';
import { createUiRule } from './create-ui-rule';
import { shownValue } from '../../../shown-value';

export const createUiHandler = createUiRule({
  id: 'app.create-ui.handler',
  aliases: ['Handler-Must-Be-Correct'],
  severity: 'error',
  title: 'The createUiDefinition names a handler of the portal',
  rationale:
    'The handler is the part of the portal that shows the form; with any other name there is no form at all.',
  message: {
    en: 'The handler is {actual}; it must be one of {expected}.',
    es: 'El controlador (handler) es {actual}; debe ser uno de {expected}.',
    ru: 'Обработчик (handler) — {actual}; он должен быть одним из следующих: {expected}.',
    zh: '处理程序 (handler) 为 {actual}；必须是以下之一：{expected}。',
  },
  fix: {
    en: 'Set handler to Microsoft.Azure.CreateUIDef.',
    es: 'Ponga handler a Microsoft.Azure.CreateUIDef.',
    ru: 'Укажите в handler значение Microsoft.Azure.CreateUIDef.',
    zh: '请将 handler 设为 Microsoft.Azure.CreateUIDef。',
  },
  check: (createUi) => {
    const handler = placeOf(createUi.root, 'handler');
    const name = textOf(handler?.node)?.toLowerCase();
    if (handlers.some((each) => each.toLowerCase() === name)) return kept;
    return [
      {
        expected: handlers.join(', '),
        actual: shownValue(handler),
        target: targetOf(createUi, handler ?? createUi.root),
      },
    ];
  },
});

const handlers = ['Microsoft.Azure.CreateUIDef', 'Microsoft.Compute.MultiVm'];
