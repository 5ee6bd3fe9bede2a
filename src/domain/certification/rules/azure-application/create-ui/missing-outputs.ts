import { childPlaces, placeOf } from '../../../../json/json-place';
import type { JsonNode } from '../../../../json/json-tree';
import { valueOf } from '../../../../json/read-json';
import { outputsOf } from '../../../../create-ui/outputs';
import { targetOf } from '../../../package-facts';
import { createUiTemplateRule } from './create-ui-rule';

export const missingOutputs = createUiTemplateRule({
  id: 'app.create-ui.missing-output',
  aliases: ['Parameters-Without-Default-Must-Exist-In-CreateUIDefinition'],
  severity: 'error',
  title: 'Every template parameter without a default is an output of the form',
  rationale:
    'A parameter that nobody fills in stops the deployment after the customer has paid attention to the whole form.',
  message: {
    en: 'The parameter {parameter} of {file} has no default value, and the form does not hand one over.',
    es: 'El parámetro {parameter} de {file} no tiene valor predeterminado y el formulario no le da ninguno.',
    ru: 'У параметра {parameter} в {file} нет значения по умолчанию, и форма его не передаёт.',
    zh: '{file} 的参数 {parameter} 没有默认值，表单也没有提供。',
  },
  fix: {
    en: 'Add an output named {parameter} to the createUiDefinition, or give the parameter a default value.',
    es: 'Añada una salida llamada {parameter} a createUiDefinition o dé al parámetro un valor predeterminado.',
    ru: 'Добавьте в createUiDefinition выходное значение {parameter} или задайте параметру значение по умолчанию.',
    zh: '请在 createUiDefinition 中添加名为 {parameter} 的输出，或为该参数设置默认值。',
  },
  check: (createUi, mainTemplate) => {
    const outputs = new Set(outputsOf(createUi).map(({ name }) => name.toLowerCase()));
    return childPlaces(placeOf(mainTemplate.root, 'parameters'))
      .filter(({ node, key }) => !hasDefault(node) && !outputs.has(String(key).toLowerCase()))
      .map((place) => ({
        params: { parameter: String(place.key), file: mainTemplate.path },
        target: targetOf(mainTemplate, place),
      }));
  },
});

/** A parameter may also be left out where the template says so. */
const hasDefault = (parameter: JsonNode): boolean =>
  valueOf(parameter, 'defaultValue') !== undefined || isTrue(valueOf(parameter, 'nullable'));

const isTrue = (node: JsonNode | undefined): boolean => node?.kind === 'boolean' && node.value;
