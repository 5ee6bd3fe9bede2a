import { childPlaces, type JsonPlace } from '../json/json-place';
import { textOf } from '../json/read-json';
import { behind } from './behind';
import { saidByResources, type Template } from './template';

/** One text of an image reference; `name` is empty where the reference itself is a text. */
export type ImageField = { readonly name: string; readonly text: string; readonly place: JsonPlace };

/** What the image references of a template's resources say in plain words, whichever variables it stands in. */
export function imageFields(template: Template): readonly ImageField[] {
  const references = saidByResources(template, 'imagereference').map((each) => behind(each, template));
  return [...new Set(references)].flatMap((place) =>
    [place, ...childPlaces(place)].flatMap((each) => fieldAt(each, template)),
  );
}

function fieldAt(place: JsonPlace, template: Template): readonly ImageField[] {
  const end = behind(place, template);
  const text = textOf(end.node);
  if (text === undefined || template.parsed.has(text)) return [];
  return [{ name: String(place.key).toLowerCase(), text, place: end }];
}
