import type { Context } from 'hono';
import {
  endingsText,
  plainUploadName,
  type UploadFault,
  uploadLimits,
} from '../../../domain/offer/upload-file';
import type { UploadKind } from '../../../domain/offer/field-schemas';
import { bytesText } from '../../../domain/text/quantity';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { lengthOf } from '../../uploads/routes';
import type { Words } from '../../words/words';
import type { SentFile } from './submission';
import type { EditorNotice } from './view';

type Taking = {
  readonly publisherId: string;
  readonly words: Words;
  /** Why a file was not taken; the rest of the form is saved. */
  readonly refused: EditorNotice[];
};

/** Stores a file that came with the form and answers with its address. */
export function takeFile(
  { uploads, log }: Pick<AppDeps, 'uploads' | 'log'>,
  context: Context,
  { publisherId, words, refused }: Taking,
): (file: SentFile) => Promise<string | undefined> {
  const refuse = (text: string): undefined => {
    refused.push({ kind: 'refused', text });
  };
  return async ({ kind, fileName, content }) => {
    if (uploads === undefined) return refuse(words.say('editor.uploadsOff'));
    const name = plainUploadName(fileName);
    const atMost = lengthOf(context);
    try {
      const answer = await uploads.store(
        {
          actor: identityOf(context).actor,
          publisherId,
          kind,
          name,
          // A part that is destroyed would stop the form behind it.
          content: content.iterator({ destroyOnReturn: false }),
          ...(atMost === undefined ? {} : { atMost }),
        },
        context.req.raw.signal,
      );
      if (answer.kind === 'stored') return answer.url;
      if (answer.kind === 'tooMany') return refuse(words.say('editor.tooManyUploads'));
      const why = faultText(kind, answer.fault, words);
      return refuse(words.say('editor.refusedFile', { name: fileName.slice(0, 100), why }));
    } catch (error) {
      log.error({ err: error, kind }, 'an upload failed');
      return refuse(words.say('editor.uploadFailed'));
    }
  };
}

function faultText(kind: UploadKind, fault: UploadFault, { say, language }: Words): string {
  switch (fault) {
    case 'name':
      return say('file.name', { endings: endingsText(kind) });
    case 'empty':
      return say('file.empty');
    case 'tooLarge':
      return say('file.tooLarge', { limit: bytesText(uploadLimits[kind], language) });
    case 'lengthUnknown':
    case 'lengthDiffers':
      return say('file.length');
    case 'notSectors':
      return say('file.notSectors');
    case 'notPicture':
      return say('file.notPicture');
  }
}
