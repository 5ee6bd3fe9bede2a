import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { endingsText, uploadLimits, type UploadFault } from '../../domain/offer/upload-file';
import type { UploadKind } from '../../domain/offer/field-schemas';
import { bytesText } from '../../domain/text/quantity';
import { requirePermission } from '../access/access';
import { comeBackLater } from '../refusals/come-back-later';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import type { ProblemCode } from '../refusals/problem-codes';
import type { TooManyUploads } from './limited-uploads';
import { sparseContentType, sparseFile, turns } from './sparse-body';
import { uploadAnswer, uploadParams } from './upload-schema';

const route = createRoute({
  method: 'put',
  path: '/publishers/{publisherId}/uploads/{kind}/{fileName}',
  operationId: 'upload',
  tags: ['Uploads'],
  summary: 'Uploads a disk, a package or a logo',
  description:
    'The body is the file itself. A disk needs `Content-Length`; its zeros are not stored. They need not be sent either: a body of `application/vnd.offer-publication.sparse` is pieces in order, each 8 bytes of offset, 4 of length (big-endian) and the data, at the end one of no bytes at the length of the file, which `Offer-File-Length` announces. Repeating an upload gives the same address; what was uploaded is never written over.',
  middleware: [requirePermission('edit')] as const,
  request: {
    params: uploadParams,
    body: {
      required: true,
      content: {
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
        [sparseContentType]: { schema: { type: 'string', format: 'binary' } },
      },
    },
  },
  responses: {
    200: json('The file is stored.', uploadAnswer),
    ...problems('LengthRequired', 'UploadRefused', 'UploadsOff', 'Unavailable'),
  },
});

/** `PUT /api/publishers/{p}/uploads/{kind}/{fileName}`: streamed from the sender to the publisher's container. */
export function uploadRoutes({ uploads }: Pick<AppDeps, 'uploads'>): OpenAPIHono {
  const inTurn = turns();
  return ownApi().openapi(route, async (context) => {
    const { publisherId, kind, fileName } = context.req.valid('param');
    if (uploads === undefined) return problem(context, { code: 'UploadsOff', detail: uploadsOff });
    const length = lengthOf(context);
    const answer = await uploads.store(
      {
        publisherId,
        kind,
        name: fileName,
        actor: identityOf(context).actor,
        content: isSparse(context) ? sparseFile(bodyOf(context), inTurn) : bodyOf(context),
        ...(length === undefined ? {} : { bytes: length }),
      },
      context.req.raw.signal,
    );
    if (answer.kind === 'tooMany') return tooMany(context, answer);
    if (answer.kind === 'refused') return refused(context, kind, answer.fault);
    const { url, digest, bytes } = answer;
    return context.json({ url, digest, bytes }, 200);
  });
}

const uploadsOff = 'Put the file into storage of your own and give its SAS URL in the offer.';

function bodyOf({ req }: Context): AsyncIterable<Uint8Array> {
  return req.raw.body ?? new ReadableStream<Uint8Array>({ start: (stream) => stream.close() });
}

export function lengthOf(context: Context): number | undefined {
  const length = context.req.header(isSparse(context) ? 'Offer-File-Length' : 'Content-Length');
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
}

const isSparse = ({ req }: Context): boolean => req.header('Content-Type') === sparseContentType;

function refused(context: Context, kind: UploadKind, fault: UploadFault): Response {
  return problem(context, { code: codes[fault], detail: `${faultText(kind, fault)} Nothing was stored.` });
}

const tooMany = (context: Context, { whose }: TooManyUploads): Response =>
  whose === 'actor'
    ? comeBackLater(context, 'TooManyRequests', 'You have too many uploads under way: let some end.')
    : comeBackLater(context, 'Unavailable', 'Too many uploads are under way already.');

const codes: Readonly<Record<UploadFault, ProblemCode>> = {
  name: 'UploadRefused',
  empty: 'UploadRefused',
  tooLarge: 'RequestTooLarge',
  lengthUnknown: 'LengthRequired',
  lengthDiffers: 'UploadRefused',
  notSectors: 'UploadRefused',
  notPicture: 'UploadRefused',
};

function faultText(kind: UploadKind, fault: UploadFault): string {
  switch (fault) {
    case 'name':
      return `The file name must have 1 to 100 letters, digits, ".", "_" and "-", and end in ${endingsText(kind)}.`;
    case 'empty':
      return 'The file is empty.';
    case 'tooLarge':
      return `The file is larger than ${bytesText(uploadLimits[kind], 'en')}.`;
    case 'lengthUnknown':
      return 'Say how long the disk is: header Content-Length.';
    case 'lengthDiffers':
      return 'The file did not come whole: its length is not the one that was announced.';
    case 'notSectors':
      return 'The length of a disk is a multiple of 512 bytes; this file was cut off or is no disk.';
    case 'notPicture':
      return 'A logo is a PNG or JPEG picture.';
  }
}
