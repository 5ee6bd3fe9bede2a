import type { JsonDocument } from '../certification/package-facts';
import { type JsonPlace, placeOf, walk } from '../json/json-place';
import { textAt } from '../json/read-json';

/** An element of the form that customers fill in. */
export type Control = {
  readonly place: JsonPlace;
  /** In lower case, e.g. `microsoft.common.textbox`. */
  readonly type: string;
  /** Empty where it has none. */
  readonly name: string;
};

/** Every control, wherever it stands: in basics, in a step, in a section, in a grid's column. */
export function controlsOf(document: JsonDocument): readonly Control[] {
  const parameters = placeOf(document.root, 'parameters');
  if (parameters === undefined) return [];
  return [...walk(parameters, notOutputs)].flatMap(controlAt);
}

/** The controls of these types, given without `Microsoft.`, e.g. `Common.TextBox`. */
export function controlsOfType(document: JsonDocument, ...types: readonly string[]): readonly Control[] {
  return controlsOf(document).filter((control) => isOfType(control, ...types));
}

export function isOfType({ type }: Control, ...types: readonly string[]): boolean {
  return types.some((each) => type === `${vendor}${each.toLowerCase()}`);
}

const vendor = 'microsoft.';

const notOutputs = ({ key, parent }: JsonPlace): boolean =>
  !(parent?.key === 'parameters' && typeof key === 'string' && key.toLowerCase() === 'outputs');

/** The control that stands at a place, or none. */
export function controlAt(place: JsonPlace): readonly Control[] {
  const type = textAt(place.node, 'type')?.toLowerCase() ?? '';
  return type.startsWith(vendor) ? [{ place, type, name: textAt(place.node, 'name') ?? '' }] : [];
}
