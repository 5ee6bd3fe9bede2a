import { type JsonPlace, placeOf } from '../../../../json/json-place';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

const limits = ['minValue', 'maxValue'] as const;

export const templateMinAndMax = templateRule({
  id: 'app.template.min-and-max',
  aliases: ['Min-And-Max-Value-Are-Numbers'],
  severity: 'error',
  title: 'Limits of a parameter are whole numbers, and there are two',
  rationale: 'A limit that is no number does not limit, and a half-open range is mostly a forgotten limit.',
  message: {
    en: '{limit} of the parameter {name} is {actual}; a whole number is expected.',
    es: '{limit} del parámetro {name} es {actual}; se espera un número entero.',
    ru: '{limit} параметра {name}: {actual}; ожидается целое число.',
    zh: '参数 {name} 的 {limit} 为 {actual}；应为整数。',
  },
  fix: {
    en: 'Give both minValue and maxValue as whole numbers without quotes, or neither of them.',
    es: 'Indique minValue y maxValue como números enteros sin comillas, o ninguno de los dos.',
    ru: 'Задайте и minValue, и maxValue целыми числами без кавычек либо уберите оба.',
    zh: '请同时以不带引号的整数给出 minValue 和 maxValue，或两者都不给。',
  },
  check: (template) =>
    template.parameters.flatMap(({ name, place }): readonly Violation[] => {
      const found = limits.map((limit) => ({ limit, value: placeOf(place, limit) }));
      if (found.every(({ value }) => value === undefined)) return [];
      return found
        .filter(({ value }) => !isWholeNumber(value))
        .map(({ limit, value }) =>
          violationAt(template, value ?? place, { params: { name, limit }, actual: quoted(value) }),
        );
    }),
});

/** A number in quotation marks looks like one without them. */
const quoted = (place: JsonPlace | undefined): string =>
  place?.node.kind === 'text' ? `"${shownValue(place)}"` : shownValue(place);

const isWholeNumber = (place: JsonPlace | undefined): boolean =>
  place?.node.kind === 'number' && Number.isInteger(place.node.value);
