import type { Context } from 'hono';
import { languageOf } from '../language';
import { type ProblemCode, problemCodes } from '../refusals/problem-codes';
import type { Word } from '../words/all-words';
import { wordsIn } from '../words/words';
import { NoticePage } from './notice-page';

/** A refusal for people, in their language. */
export function refusalPage(context: Context, code: ProblemCode): Response | Promise<Response> {
  const words = wordsIn(languageOf(context));
  const { status } = problemCodes[code];
  const [title, help] = wordsFor(status);
  const link = { href: '/', text: 'allOffers' } as const;
  return context.html(<NoticePage words={words} title={title} help={help} link={link} />, status);
}

function wordsFor(status: number): readonly [title: Word, help: Word] {
  if (status >= 500) return ['ourFault', 'ourFaultHelp'];
  // What was sent is right, only not here: for people the same as an unknown page.
  if (status === 404 || status === 405) return ['notFound', 'notFoundHelp'];
  return status === 413 ? ['refused', 'tooLarge'] : ['refused', 'notUnderstood'];
}
