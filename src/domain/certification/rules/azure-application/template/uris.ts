import { isBelow } from '../../../../arm-template/below';
import { headOf, isCallOf } from '../../../../arm-template/expression/expression';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

export const templateUris = templateRule({
  id: 'app.template.uris',
  aliases: ['URIs-Should-Be-Properly-Constructed'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'URIs are made by uri()',
  rationale:
    'Put together as texts they have a slash too few or too many as soon as a customer’s base URI ends differently.',
  message: {
    en: 'The URI {name} is put together by {call}().',
    es: 'El URI {name} se compone con {call}().',
    ru: 'URI {name} составляется через {call}().',
    zh: 'URI {name} 由 {call}() 拼接而成。',
  },
  fix: {
    en: 'Make the URI by uri(base, relative).',
    es: 'Componga el URI con uri(base, relative).',
    ru: 'Составляйте URI функцией uri(base, relative).',
    zh: '请使用 uri(base, relative)。',
  },
  check: (template) =>
    template.evaluated
      .filter(({ name }) => isUri(name))
      .flatMap((value) => {
        const head = headOf(value.expression.root);
        if (!isCallOf(head, 'concat', 'format') || isBelow(value, 'metadata')) return [];
        const named = typeof value.key === 'number' ? value.parent?.key : value.key;
        const params = { name: String(named), call: head.name };
        return [violationAt(template, value, { params, actual: shownValue(value) })];
      }),
});

/** `templateLink.uri`, `storageUrl`, and each item of `fileUris`. */
const isUri = (name: string): boolean => /ur[il]s?$/.test(name);
