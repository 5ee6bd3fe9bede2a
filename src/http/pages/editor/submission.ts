import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { UploadKind } from '../../../domain/offer/field-schemas';
import type { GivenFields } from '../../../domain/offer/form/apply-form';
import { uploadKinds } from '../../../domain/offer/upload-file';

/** A file that came with the form; it must be read to its end, or let go. */
export type SentFile = {
  readonly kind: UploadKind;
  /** Name of the field that the file's address goes into. */
  readonly fills: string;
  readonly fileName: string;
  readonly content: Readable;
};

export type Submission =
  | { readonly kind: 'read'; readonly given: GivenFields }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'broken' };

/** All text of one form together; the document comes along once as it was and once as it is filled in. */
const mostText = 8 * 1024 * 1024;
const mostFields = 20_000;
const mostFiles = 20;

/**
 * Reads a form as it comes in. Files are handed on while they are read, one after the other, and `take` answers with
 * the address that goes into their field.
 */
export async function readSubmission(
  { req }: Pick<Context, 'req'>,
  take: (file: SentFile) => Promise<string | undefined>,
): Promise<Submission> {
  const type = req.header('Content-Type') ?? '';
  const { body } = req.raw;
  if (body === null) return { kind: 'read', given: new Map() };
  const fields = new Fields();
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const text = await textOf(body as WebStream<Uint8Array>);
    if (text === undefined) return { kind: 'tooLarge' };
    for (const [name, value] of new URLSearchParams(text)) fields.add(name, value);
    return { kind: 'read', given: fields.given };
  }
  if (!/^multipart\/form-data;.*boundary=/i.test(type)) return { kind: 'broken' };
  return readMultipart(Readable.fromWeb(body as WebStream<Uint8Array>), { type, fields, take });
}

type Multipart = {
  readonly type: string;
  readonly fields: Fields;
  readonly take: (file: SentFile) => Promise<string | undefined>;
};

function readMultipart(body: Readable, { type, fields, take }: Multipart): Promise<Submission> {
  return new Promise((resolve, reject) => {
    const parser = new Busboy({
      headers: { 'content-type': type },
      limits: {
        fields: mostFields,
        files: mostFiles,
        fieldSize: mostText,
        headerPairs: 50,
        fieldNameSize: 2000,
      },
    });
    // However many files a form brings, one of them is under way.
    let taken: Promise<void> = Promise.resolve();
    let isTooLarge = false;
    let isBroken = false;
    const giveUp = (): void => {
      isTooLarge = true;
    };
    // Name, value, and whether either was cut off.
    parser.on('field', (...[name, value, ...cut]) => {
      if (cut.slice(0, 2).includes(true) || !fields.add(name, value)) giveUp();
    });
    parser.on('file', (name, content, fileName) => {
      const target = targetOf(name);
      if (isTooLarge || target === undefined || fileName === undefined || fileName === '') {
        content.resume();
        return;
      }
      // A form that breaks off while this one waits would end the process: nobody else listens yet.
      content.on('error', () => undefined);
      taken = taken.then(async () => {
        const address = isBroken ? undefined : await take({ ...target, fileName, content });
        // What was refused is read to its end, so that the rest of the form comes through.
        content.resume();
        if (address !== undefined) fields.replace(target.fills, address);
      });
      taken.catch((error: unknown) => {
        body.destroy();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const) parser.on(limit, giveUp);
    const breakOff = (): void => {
      isBroken = true;
      resolve({ kind: 'broken' });
    };
    parser.on('error', breakOff);
    body.on('error', breakOff);
    parser.on('finish', () => {
      taken.then(
        () => resolve(isTooLarge ? { kind: 'tooLarge' } : { kind: 'read', given: fields.withAddresses() }),
        reject,
      );
    });
    body.pipe(parser);
  });
}

function targetOf(name: string): Pick<SentFile, 'kind' | 'fills'> | undefined {
  const [, kindName, fills] = /^file:([a-z]+):(.*)$/s.exec(name) ?? [];
  const kind = uploadKinds.find((known) => known === kindName);
  return kind === undefined || fills === undefined ? undefined : { kind, fills };
}

/** The texts of a form, in their order, and not more of them than fit. */
class Fields {
  readonly given = new Map<string, readonly string[]>();
  private readonly addresses = new Map<string, string>();
  private size = 0;

  /** False when that is too much. */
  add(name: string, value: string): boolean {
    this.size += name.length + value.length;
    if (this.size > mostText) return false;
    this.given.set(name, [...(this.given.get(name) ?? []), value]);
    return true;
  }

  replace(name: string, value: string): void {
    this.addresses.set(name, value);
  }

  /** The address of an uploaded file counts, whatever stands in its field. */
  withAddresses(): GivenFields {
    return new Map([...this.given, ...[...this.addresses].map(([name, url]) => [name, [url]] as const)]);
  }
}

async function textOf(body: WebStream<Uint8Array>): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > mostText) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
