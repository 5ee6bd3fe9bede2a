import { readTime } from './read-time';
import type { ReviewDecision } from './status';

/** The messages a publication understands; each is a signal and an update of this name. Names never change. */
export const commandNames = [
  'goLive',
  'withdrawGoLive',
  'cancel',
  'reviewDecision',
  'notificationEmails',
] as const;
export type CommandName = (typeof commandNames)[number];

type Envelope = {
  /** The sender's own id of this message; repeating it is harmless. */
  readonly requestId: string;
  /** Who sends it. In a raw signal a claim; the API records the authenticated actor under the same requestId. */
  readonly actor: string;
  /** When given, the message is for this attempt only. */
  readonly publicationId?: string;
};

export type ReviewComment = { readonly message: string; readonly path?: string; readonly line?: number };

export type Command = Envelope &
  (
    | { readonly name: 'goLive'; readonly notBefore?: string }
    | { readonly name: 'withdrawGoLive' }
    | { readonly name: 'cancel'; readonly reason?: string }
    | {
        readonly name: 'reviewDecision';
        readonly decision: ReviewDecision;
        readonly comments: readonly ReviewComment[];
        /** How many more there were than a decision keeps. */
        readonly dropped?: number;
      }
    | { readonly name: 'notificationEmails'; readonly emails: readonly string[] }
  );

export type ReadCommand =
  | { readonly kind: 'read'; readonly command: Command }
  | { readonly kind: 'malformed'; readonly problem: string }
  /** The payload could not be decoded at all (`workflows/payload-converter.ts`). */
  | { readonly kind: 'undecodable' };

const maxText = 500;
/** All of them are one event of the log, which must not outgrow what one activity may carry. */
export const mostComments = 300;
const emailPattern = /^[^\s@<>,;:"\\]{1,64}@[^\s@<>,;:"\\]{1,189}$/;

/**
 * Reads what arrived under a message's name. Hand-written guards, because this runs in the workflow sandbox
 * where a schema library costs memory per cached workflow. Unknown fields are ignored, long texts are cut; a long comment
 * becomes several.
 */
export function readCommand(name: CommandName, raw: unknown): ReadCommand {
  if (!isObject(raw)) return malformed(`one JSON object is needed, this is ${describe(raw)}`);
  if ('$undecodable' in raw) return { kind: 'undecodable' };
  const { requestId, actor, publicationId } = raw;
  if (!isShortText(requestId)) return malformed('requestId must be a text of 1 to 200 characters');
  if (!isShortText(actor)) return malformed('actor must be a text of 1 to 200 characters');
  if (publicationId !== undefined && !isShortText(publicationId))
    return malformed('publicationId must be a text of 1 to 200 characters');
  const envelope = { requestId, actor, ...(publicationId === undefined ? {} : { publicationId }) };
  switch (name) {
    case 'goLive':
      return readGoLive(envelope, raw);
    case 'withdrawGoLive':
      return { kind: 'read', command: { ...envelope, name } };
    case 'cancel':
      return readCancel(envelope, raw);
    case 'reviewDecision':
      return readReview(envelope, raw);
    case 'notificationEmails':
      return readEmails(envelope, raw);
  }
}

/** The usable addresses of a list or a comma separated text; `undefined` when there is none or one is wrong. */
export function readEmailList(value: unknown): readonly string[] | undefined {
  const list: unknown = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(list) || list.length === 0 || list.length > 20) return undefined;
  const emails = list.map((entry: unknown) => (typeof entry === 'string' ? entry.trim() : ''));
  return emails.every((email) => emailPattern.test(email)) ? [...new Set(emails)] : undefined;
}

type Raw = Readonly<Record<string, unknown>>;

function readGoLive(envelope: Envelope, { notBefore }: Raw): ReadCommand {
  if (notBefore === undefined || notBefore === null) {
    return { kind: 'read', command: { ...envelope, name: 'goLive' } };
  }
  const time = readTime(notBefore);
  if (time === undefined) return malformed('notBefore must be a time with a zone, like 2027-01-31T09:00:00Z');
  return { kind: 'read', command: { ...envelope, name: 'goLive', notBefore: time } };
}

function readCancel(envelope: Envelope, { reason }: Raw): ReadCommand {
  if (reason === undefined || reason === null)
    return { kind: 'read', command: { ...envelope, name: 'cancel' } };
  if (typeof reason !== 'string') return malformed('reason must be a text');
  return { kind: 'read', command: { ...envelope, name: 'cancel', reason: reason.slice(0, maxText) } };
}

function readReview(envelope: Envelope, { decision, comments = [] }: Raw): ReadCommand {
  if (decision !== 'approve' && decision !== 'requestChanges') {
    return malformed('decision must be "approve" or "requestChanges"');
  }
  if (!Array.isArray(comments)) return malformed('comments must be a list');
  const read = comments.map(readComment);
  if (read.includes(undefined)) return malformed('each comment must be an object with a text "message"');
  const all = read.flatMap((pieces) => pieces ?? []);
  const dropped = all.length - mostComments;
  return {
    kind: 'read',
    command: {
      ...envelope,
      name: 'reviewDecision',
      decision,
      comments: all.slice(0, mostComments),
      ...(dropped > 0 ? { dropped } : {}),
    },
  };
}

function readComment(raw: unknown): readonly ReviewComment[] | undefined {
  if (!isObject(raw) || typeof raw['message'] !== 'string') return undefined;
  const { message, path, line } = raw;
  const place = {
    ...(typeof path === 'string' ? { path: path.slice(0, maxText) } : {}),
    ...(typeof line === 'number' && Number.isInteger(line) ? { line } : {}),
  };
  return (message.match(piece) ?? ['']).map((text) => ({ message: text, ...place }));
}

/** As much of a text as one comment holds; it does not end amid a character of two units. */
const piece = /[^]{0,499}[^\uD800-\uDBFF]|[^]/g;

function readEmails(envelope: Envelope, { emails }: Raw): ReadCommand {
  const read = readEmailList(emails);
  if (read === undefined) return malformed('emails must be a list of 1 to 20 e-mail addresses');
  return { kind: 'read', command: { ...envelope, name: 'notificationEmails', emails: read } };
}

const malformed = (problem: string): ReadCommand => ({ kind: 'malformed', problem });

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim().length > 0 && value.length <= 200;

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
