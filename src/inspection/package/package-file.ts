import { packageLimits } from '../../domain/certification/package-limits';
import type { JsonFile, PackageFile } from '../../domain/certification/package-facts';
import type { JsonProblem } from '../../domain/json/parse-json';
import { readJson } from './json-reader';

/** How much JSON may still be kept in memory; shared by the files of one package. */
export type JsonBudget = { left: number };

export const newJsonBudget = (): JsonBudget => ({ left: packageLimits.jsonTotalBytes });

/** Whether the content of this file is wanted: only of JSON, and only as much as fits. */
export function wantsContent(path: string, bytes: number, budget: JsonBudget): boolean {
  return isJson(path) && bytes <= packageLimits.jsonBytes && bytes <= budget.left;
}

/** What reading brought to light; `content` is null where it was not wanted or not to be had. */
export type ReadContent = { readonly head: Uint8Array; readonly content: Uint8Array | null };

/** How much of the beginning tells what a file is. */
export const headBytes = 4;

export function packageFileOf(path: string, bytes: number, { head, content }: ReadContent): PackageFile {
  const isZip = Buffer.from(head).equals(zipSignature);
  if (!isJson(path)) return { path, bytes, isZip, json: null };
  return { path, bytes, isZip, json: content === null ? unread('tooLarge') : jsonOf(content) };
}

const zipSignature = Buffer.from('PK\u0003\u0004', 'latin1');

function jsonOf(content: Uint8Array): JsonFile {
  const text = textOf(content);
  return text === undefined ? unread('notUtf8') : readJson(text);
}

/** Without the byte order mark that some editors write. JSON begins with two letters of ASCII: zeros mean UTF-16 or -32. */
function textOf(content: Uint8Array): string | undefined {
  if (content.subarray(0, headBytes).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

const unread = (problem: JsonProblem): JsonFile => ({
  tree: null,
  fault: { offset: 0, problem },
  slips: [],
  lineStarts: [0],
});

/** What macOS keeps beside a file has its name, but is something else. */
const isJson = (path: string): boolean => /\.json$/i.test(path) && !/(?:^|\/)\._[^/]*$/.test(path);
