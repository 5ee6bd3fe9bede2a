import { placeOf, type JsonPlace } from '../json/json-place';
import { textAt } from '../json/read-json';
import { callsBehind, nameGivenTo } from './behind';
import { type Call, isListCall } from './expression/expression';
import { type Declaration, declared, scopeOf, type Template } from './template';

/** The call by which a value gets to know a secret, also through variables; undefined when it knows none. */
export function secretIn(place: JsonPlace, template: Template): Call | undefined {
  return callsBehind(place, template).find((call) => isListCall(call) || isSecureParameter(call, template));
}

export function isSecure({ place }: Declaration): boolean {
  return /^secure(string|object)$/i.test(textAt(place.node, 'type') ?? '');
}

/** How a finding names it, e.g. `listKeys()` or `parameters('password')`. */
export function shownCall(call: Call): string {
  const name = nameGivenTo(call, 'parameters');
  return name === undefined ? `${call.name}()` : `parameters('${name}')`;
}

/** A nested template with outer scope may declare the parameter as well; what either calls secure is a secret. */
function isSecureParameter(call: Call, template: Template): boolean {
  const name = nameGivenTo(call, 'parameters');
  if (name === undefined) return false;
  return [template, scopeOf(template)].some(({ parameters }) => {
    const parameter = declared(parameters, name);
    return parameter !== undefined && isSecure(parameter);
  });
}

/** The value of an output or of anything that keeps it under `value`. */
export function valueIn({ place }: Declaration): JsonPlace {
  return placeOf(place, 'value') ?? place;
}
