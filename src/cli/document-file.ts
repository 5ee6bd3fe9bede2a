import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { OfferDocument } from '../domain/offer/document';
import { type OfferKey, isId } from '../domain/offer/ids';
import { strictFaultOf } from '../domain/json/strict-fault';
import { errorText } from '../domain/text/error-text';
import { flawName } from '../domain/text/findings/flaw-names';
import { isRecord } from './api/read-error';
import type { Asked } from './asked';
import { confirm, type YesFlag } from './confirm';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

/** An offer document from a file, or from stdin for `-`. What only editors need is left out. */
export async function readDocument(asked: Asked, file: string): Promise<OfferDocument> {
  return documentIn(await documentText(asked, file), file);
}

/** As it was written, without the byte order mark. */
export async function documentText({ surroundings }: Asked, file: string): Promise<string> {
  const text = file === '-' ? await surroundings.stdin() : textOf(resolve(surroundings.workFolder, file));
  return withoutMark(text);
}

export function documentIn(text: string, file: string): OfferDocument {
  const document = parsed(text, file === '-' ? 'stdin' : file);
  if (!isRecord(document))
    throw new CliFailure(exitCodes.usage, `${file} holds no offer document: it has to be one JSON object.`);
  const { $schema: _forEditors, ...offer } = document;
  return offer;
}

/** The offer that a document says it is. */
export function keyIn({ publisherId, id }: OfferDocument): OfferKey | undefined {
  return isId(publisherId) && isId(id) ? { publisherId, offerId: id } : undefined;
}

/** Never over a file that is there, unless that is agreed to. Returns the whole path. */
export async function writeText(asked: Asked<YesFlag>, file: string, text: string): Promise<string> {
  const path = resolve(asked.surroundings.workFolder, file);
  if (existsSync(path)) await confirm(asked, `${file} exists. Write over it?`);
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw unusable(path, 'written', error);
  }
  return path;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(path, 'read', error);
  }
}

/** Without the byte order mark that some editors write. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** The place is said as compilers say it, so that editors jump there. */
function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = strictFaultOf(text);
    throw new CliFailure(
      exitCodes.usage,
      fault === undefined
        ? `${file} is not JSON: ${errorText(error)}`
        : `${file}:${fault.line}:${fault.column}: This is not JSON: ${flawName(fault.problem, 'en')}.`,
    );
  }
}

function unusable(path: string, verb: 'read' | 'written', error: unknown): CliFailure {
  if (isRecord(error) && error['code'] === 'ENOENT')
    return new CliFailure(
      exitCodes.usage,
      verb === 'read' ? `There is no file ${path}.` : `There is no folder ${dirname(path)}.`,
    );
  return new CliFailure(exitCodes.usage, `${path} cannot be ${verb}: ${errorText(error)}`);
}
