import { isCallOf } from '../../../../arm-template/expression/expression';
import { isMain } from '../../../../arm-template/is-main';
import { type Declaration, declared, type Template } from '../../../../arm-template/template';
import { type JsonPlace, placeOf } from '../../../../json/json-place';
import { textAt, textOf } from '../../../../json/read-json';
import type { Violation } from '../../../rule';
import { shownValue } from '../../../shown-value';
import { templateRule, violationAt } from '../../../template-rule';

const location = '_artifactsLocation';
const token = '_artifactsLocationSasToken';

export const templateArtifactsParameters = templateRule({
  id: 'app.template.artifacts-parameters',
  aliases: ['artifacts-parameter'],
  severity: 'error',
  title: 'The parameters for linked files are a pair with the usual types and defaults',
  rationale:
    'The marketplace puts the package’s files in a place of its own and says where by these two parameters; with other types or defaults linked files are not found.',
  message: {
    en: '{name} of the parameter {parameter} is {actual}; expected: {expected}.',
    es: '{name} del parámetro {parameter} es {actual}; se espera: {expected}.',
    ru: '{name} параметра {parameter}: {actual}; ожидается: {expected}.',
    zh: '参数 {parameter} 的 {name} 为 {actual}；应为：{expected}。',
  },
  fix: {
    en: 'Declare _artifactsLocation (string) and _artifactsLocationSasToken (securestring) together. Only in the main template give them defaults: [deployment().properties.templateLink.uri] and an empty text.',
    es: 'Declare juntos _artifactsLocation (string) y _artifactsLocationSasToken (securestring). Solo en la plantilla principal asígneles valores predeterminados: [deployment().properties.templateLink.uri] y un texto vacío.',
    ru: 'Объявите вместе _artifactsLocation (string) и _artifactsLocationSasToken (securestring). Только в главном шаблоне задайте значения по умолчанию: [deployment().properties.templateLink.uri] и пустую строку.',
    zh: '请同时声明 _artifactsLocation (string) 和 _artifactsLocationSasToken (securestring)。仅在主模板中给出默认值：[deployment().properties.templateLink.uri] 和空字符串。',
  },
  check: (template, all): readonly Violation[] => {
    const [locations, tokens] = [location, token].map((name) => declared(template.parameters, name));
    const [only] = [locations, tokens].filter((each) => each !== undefined);
    if (only === undefined) return [];
    if (locations === undefined || tokens === undefined) return [missing(template, only)];
    const wanted = isMain(template, all) ? wantedDefault : noDefault;
    return [
      ...typeFaults(template, locations, 'string'),
      ...typeFaults(template, tokens, 'securestring'),
      ...[locations, tokens].flatMap((each) => defaultFaults(template, each, wanted(each))),
    ];
  },
});

function missing(template: Template, present: Declaration): Violation {
  const parameter = present.name.toLowerCase() === token.toLowerCase() ? location : token;
  const params = { name: 'parameters', parameter };
  return violationAt(template, present.place, { params, expected: parameter, actual: '-' });
}

function typeFaults(
  template: Template,
  { name, place }: Declaration,
  expected: string,
): readonly Violation[] {
  const actual = textAt(place.node, 'type') ?? '-';
  if (actual.toLowerCase() === expected) return [];
  const params = { name: 'type', parameter: name };
  return [violationAt(template, placeOf(place, 'type') ?? place, { params, expected, actual })];
}

type Wanted = {
  readonly shown: string;
  readonly accepts: (value: JsonPlace | undefined, template: Template) => boolean;
};

const noDefault = (): Wanted => ({ shown: '-', accepts: (value) => value === undefined });

const wantedDefault = ({ name }: Declaration): Wanted =>
  name.toLowerCase() === location.toLowerCase()
    ? { shown: '[deployment().properties.templateLink.uri]', accepts: isWhereTemplateIs }
    : { shown: '""', accepts: (value) => textOf(value?.node) === '' };

function defaultFaults(
  template: Template,
  { name, place }: Declaration,
  wanted: Wanted,
): readonly Violation[] {
  const value = placeOf(place, 'defaultValue');
  if (wanted.accepts(value, template)) return [];
  const params = { name: 'defaultValue', parameter: name };
  const facts = { params, expected: wanted.shown, actual: shownValue(value) };
  return [violationAt(template, value ?? place, facts)];
}

/** Beside where it was deployed from, the raw files of a public repository. */
function isWhereTemplateIs(value: JsonPlace | undefined, { parsed }: Template): boolean {
  const text = textOf(value?.node) ?? '';
  const calls = parsed.get(text)?.calls;
  if (calls !== undefined) return calls.some((call) => isCallOf(call, 'deployment'));
  return /^https:\/\/raw\.githubusercontent\.com\//i.test(text);
}
