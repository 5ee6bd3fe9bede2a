import type { JsonFile } from '../../domain/certification/package-facts';
import { parseJson } from '../../domain/json/parse-json';
import { lineStartsOf } from '../../domain/json/text-position';

/** The content of a JSON file, without a byte order mark. */
export function readJson(text: string): JsonFile {
  return { ...parseJson(text), lineStarts: lineStartsOf(text) };
}
