import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type ProblemKind = {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What it means, and what to do about it; for the page `/docs/problems`. */
  readonly meaning: string;
  readonly fix: string;
};

export type ProblemCode = keyof typeof problemCodes;

/** Every problem of our own API. Codes never change; a new one is a new row, and is documented by it. */
export const problemCodes = {
  BadRequest: {
    status: 400,
    title: 'The request cannot be understood',
    meaning: 'A parameter, a header or a field of the body is missing or malformed; "errors" names each.',
    fix: 'Mend what "errors" names and send the request again. Nothing was changed.',
  },
  Unauthorized: {
    status: 401,
    title: 'Nobody is let in without a token',
    meaning: 'No token or session came with the request, or it has expired or was revoked.',
    fix: 'Send "Authorization: Bearer <token>", or sign in again.',
  },
  Forbidden: {
    status: 403,
    title: 'This token may not do that',
    meaning:
      'The role of the token does not allow it, or the token is for another publisher. The answer is the same whether that publisher exists or not.',
    fix: 'Use a token of that publisher with the role it needs; its owner can make one.',
  },
  NotFound: {
    status: 404,
    title: 'There is nothing at this address',
    meaning: 'The address, or something it names, does not exist (any more).',
    fix: 'Compare the address with /docs/api and the ids in it with the lists they come from.',
  },
  MethodNotAllowed: {
    status: 405,
    title: 'This address does not do that',
    meaning: 'There is something at this address, but not for the method of the request (GET, POST, ...).',
    fix: 'Use a method that the header Allow names; /docs/api says what each does.',
  },
  RequestTooLarge: {
    status: 413,
    title: 'The body is too large',
    meaning: 'Bodies of this address have a limit, which "detail" names.',
    fix: 'Send less. Images and packages go to the upload addresses, not into a document.',
  },
  UnsupportedMediaType: {
    status: 415,
    title: 'The body is of another kind',
    meaning: 'This address takes bodies of the media types that /docs/api names for it.',
    fix: 'Send the header Content-Type, usually application/json.',
  },
  ValidationFailed: {
    status: 422,
    title: 'The content does not pass',
    meaning: 'The request was understood, but what it asks for cannot be; "errors" says why.',
    fix: 'Mend what "errors" names and send the request again.',
  },
  LengthRequired: {
    status: 411,
    title: 'The length must be known before',
    meaning: 'A disk is stored page by page, so its length must come first.',
    fix: 'Send the header Content-Length with the number of bytes.',
  },
  UploadRefused: {
    status: 422,
    title: 'This file cannot be used',
    meaning: 'Its name, length or content is not what an upload of this kind has; "detail" says which.',
    fix: 'Mend the file or choose another, then upload it again. Nothing was stored.',
  },
  UploadsOff: {
    status: 409,
    title: 'This installation takes no uploads',
    meaning: 'The setting UPLOADS names no storage account.',
    fix: 'Put the file into storage of your own and give its SAS URL in the offer.',
  },
  TooManyRequests: {
    status: 429,
    title: 'Too many requests',
    meaning: 'This token, or this address without a token, has asked more often than is allowed.',
    fix: 'Wait for as many seconds as the header Retry-After says.',
  },
  InternalError: {
    status: 500,
    title: 'Something went wrong on our side',
    meaning: 'A fault of ours, or a server behind us is away. The cause stands in the log of the API.',
    fix: 'Send the request again in a minute, with the same Idempotency-Key. If it stays, ask the operator.',
  },
  Unavailable: {
    status: 503,
    title: 'We cannot tell at the moment',
    meaning:
      'A server that is needed to answer, such as the identity provider, is away. Nothing was changed.',
    fix: 'Send the request again after as many seconds as the header Retry-After says.',
  },
  PublisherExists: {
    status: 409,
    title: 'There is a publisher with this id',
    meaning: 'Ids of publishers are unique. Nothing was changed.',
    fix: 'Choose another id, or change the publisher there is: PATCH /api/publishers/{publisherId}.',
  },
  TokenNameTaken: {
    status: 409,
    title: 'A valid token has this name',
    meaning: 'Names of tokens are unique among the valid ones of a publisher, because history shows them.',
    fix: 'Choose another name, or revoke the token there is. Its secret cannot be shown again.',
  },
  BadIdempotencyKey: {
    status: 400,
    title: 'The Idempotency-Key cannot be used',
    meaning: 'A key has 1 to 200 visible ASCII characters, in quotes or without, and none in it.',
    fix: 'Use a UUID: one for each intention, the same one for each repetition of it.',
  },
  IdempotencyKeyReused: {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    meaning: 'The same key came with another body to this address within the last 24 hours.',
    fix: 'Use a new key for a new request. To repeat a request, repeat its body exactly.',
  },
  IdempotencyKeyInUse: {
    status: 409,
    title: 'A request with this Idempotency-Key is still at work',
    meaning: 'The first request with this key has not been answered yet.',
    fix: 'Wait for as many seconds as the header Retry-After says, then send it again: you get the first answer.',
  },
  BadWebhookUrl: {
    status: 422,
    title: 'Nothing can be sent to this address',
    meaning:
      'Webhooks go to https addresses on port 443 in the public internet, without a user or password in them.',
    fix: 'Give the public https address of your receiver. On your own installation, TRUSTED_ORIGINS can name others.',
  },
  PreconditionFailed: {
    status: 412,
    title: 'It was changed in the meantime',
    meaning: 'If-Match names an ETag that is not the newest any more.',
    fix: 'Read it again, decide again, and send the request with the new ETag.',
  },
  DraftNotDiscardable: {
    status: 409,
    title: 'This draft cannot be discarded',
    meaning: 'The offer is being published, or it is or was in preview or production.',
    fix: 'Wait until the publication has ended. What was ever shown stays; publish a new version instead.',
  },
  WebhookDisabled: {
    status: 409,
    title: 'This webhook is disabled',
    meaning: 'Nothing is sent to it until somebody turns it on again; it says itself why it was disabled.',
    fix: 'PATCH it with {"state":"active"}, then ask for the deliveries again.',
  },
  TooManyWebhooks: {
    status: 409,
    title: 'This publisher has as many webhooks as it can have',
    meaning: 'A publisher has 20 webhooks at most.',
    fix: 'Remove one that is not needed any more.',
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
