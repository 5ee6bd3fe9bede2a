import { childPlaces, type JsonPlace, placeAt, placeOf } from '../../../../json/json-place';
import { textOf } from '../../../../json/read-json';
import type { Flaw } from '../../../../text/findings/flaw-names';
import { targetOf } from '../../../package-facts';

import { parametersRule } from './parameters-rule';

export const parameterValues = parametersRule({
  id: 'app.parameters.values',
  aliases: ['DeploymentParameters-Should-Have-Value'],
  severity: 'error',
  title: 'Every parameter in a parameter file has a value, or a key vault reference that can be followed',
  rationale: 'Resource Manager refuses the whole file for one parameter without a value.',
  message: {
    en: 'The parameter {parameter}: {flaw}.',
    es: 'El parámetro {parameter}: {flaw}.',
    ru: 'Параметр {parameter}: {flaw}.',
    zh: '参数 {parameter}：{flaw}。',
  },
  fix: {
    en: 'Give {parameter} a value, or a reference with the id of the key vault and the name of the secret.',
    es: 'Dé a {parameter} un value o un reference con el id del almacén de claves y el nombre del secreto.',
    ru: 'Укажите для {parameter} значение value либо reference с идентификатором хранилища ключей и именем секрета.',
    zh: '请为 {parameter} 提供 value，或提供包含密钥保管库 ID 和机密名称的 reference。',
  },
  check: (file) =>
    childPlaces(placeOf(file.root, 'parameters')).flatMap((parameter) =>
      flawsOf(parameter).map(({ flaw, at }) => ({
        params: { parameter: String(parameter.key), flaw },
        target: targetOf(file, at),
      })),
    ),
});

type Found = { readonly flaw: Flaw; readonly at: JsonPlace };

function flawsOf(parameter: JsonPlace): readonly Found[] {
  const reference = placeOf(parameter, 'reference');
  if (reference === undefined)
    return placeOf(parameter, 'value') === undefined ? [{ flaw: 'noValue', at: parameter }] : [];
  const id = placeAt(reference, 'keyVault', 'id');
  const name = placeOf(reference, 'secretName');
  return [
    ...(vaultId.test(textOf(id?.node) ?? '') ? [] : [{ flaw: 'badVaultId', at: id ?? reference } as const]),
    ...(secretName.test(textOf(name?.node) ?? '')
      ? []
      : [{ flaw: 'badSecretName', at: name ?? reference } as const]),
  ];
}

const vaultId =
  /^\/subscriptions\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/resourceGroups\/[^/]{1,90}\/providers\/Microsoft\.KeyVault\/vaults\/[a-z\d-]{3,24}$/i;
const secretName = /^[a-z\d-]{1,127}$/i;
