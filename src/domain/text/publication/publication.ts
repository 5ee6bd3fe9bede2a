import type { PublicationMessageCode } from '../../publication/message-codes';
import type { Terms } from '../../publication/terms';
import { actorText } from '../actors';
import { commandText } from '../command-names';
import { consultingMessages } from './consulting-texts';
import { currentStateText, expectedStateText } from '../labels';
import { type Language, type Message, type Params, type Text, fillText } from '../language';
import { mailName } from '../mails/mail-names';
import { decisionTexts } from './publication-decisions';
import { datedTexts, stepTexts } from './publication-steps';
import { stagingMessages } from './staging-texts';
import { troubleTexts } from './publication-troubles';
import { bytesText, timeText } from '../quantity';
import { workName } from './work-names';

/** The words of every message a publication can show. */
export const publicationTexts = { ...stepTexts, ...decisionTexts, ...troubleTexts } satisfies Readonly<
  Record<PublicationMessageCode, Text>
>;

/** By the terms it speaks in: what some types of offers say in words of their own. */
const ownMessages: ReadonlyMap<unknown, Readonly<Partial<Record<PublicationMessageCode, Text>>>> = new Map<
  Terms,
  Readonly<Partial<Record<PublicationMessageCode, Text>>>
>([
  ['staging', stagingMessages],
  ['consulting', consultingMessages],
]);

/** A stored message in the reader's language. A code of another release is shown as it is. */
export function messageText({ code, params }: Message, language: Language): string {
  if (!isKnown(code)) return code;
  const own = ownMessages.get(params['terms'])?.[code];
  const dated = params['since'] === undefined ? undefined : datedTexts[code];
  return fillText(own ?? dated ?? publicationTexts[code], language, {
    ...params,
    ...readable(params, language),
  }).trim();
}

function isKnown(code: string): code is PublicationMessageCode {
  return Object.hasOwn(publicationTexts, code);
}

/** Times, sizes, states and names in the reader's words; the other params stand for themselves. */
function readable(params: Params, language: Language): Params {
  const { since, notBefore, bytes, digest, expected, current, path, line, name, activity, event } = params;
  return {
    actor: actorText(String(params['actor'] ?? ''), language, params['unverified'] === undefined),
    ...(typeof name === 'string' ? { name: commandText(name, language, params['terms'] === 'staging') } : {}),
    ...(typeof activity === 'string' ? { activity: workName(activity, language) } : {}),
    ...(typeof event === 'string' ? { event: mailName(event, language) } : {}),
    ...(since === undefined ? {} : { since: momentText(since, language) }),
    ...(notBefore === undefined ? {} : { notBefore: momentText(notBefore, language) }),
    ...(typeof bytes === 'number' ? { bytes: bytesText(bytes, language) } : {}),
    ...(typeof digest === 'string' ? { digest: digest.slice(0, 12) } : {}),
    ...(typeof expected === 'string' ? { expected: expectedStateText(expected, language) } : {}),
    ...(typeof current === 'string' ? { current: currentStateText(current, language) } : {}),
    place: path === undefined || path === '' ? '' : `(${path}${Number(line) > 0 ? `:${line}` : ''})`,
  };
}

/** A history may hold anything where a time belongs; then it is shown as it is. */
function momentText(iso: string | number, language: Language): string {
  return Number.isNaN(Date.parse(String(iso))) ? String(iso) : timeText(String(iso), language);
}
