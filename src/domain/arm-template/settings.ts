import { type JsonPlace, placeOf } from '../json/json-place';
import { deploymentType, saidByResources, type Template, type TemplateValue } from './template';

/**
 * What the resources of a template set under one of these names (lower case), whatever they are; for a deployment that
 * hands it on, what it hands on. Definitions of parameters are none.
 */
export function settingsNamed(template: Template, ...names: readonly string[]): readonly JsonPlace[] {
  return saidByResources(template, ...names).flatMap((value) => handedOn(value) ?? []);
}

function handedOn(value: TemplateValue): JsonPlace | undefined {
  if (value.node.kind !== 'object') return value;
  const isParameter = value.resource?.type === deploymentType && isParameterList(value.parent);
  return isParameter ? placeOf(value, 'value') : undefined;
}

const isParameterList = (place: JsonPlace | null): boolean =>
  typeof place?.key === 'string' && place.key.toLowerCase() === 'parameters';
