import { type JsonProblem, parseJson } from './parse-json';
import { lineStartsOf, positionOf, type TextPosition } from './text-position';

/** What a reader of JSON trips over; comments and commas before an end are habits of other formats. */
export type StrictFault = TextPosition & {
  readonly problem: JsonProblem | 'comment' | 'trailingComma' | 'unfinished';
};

/** The first place at which a text is no JSON; undefined where none is known. For texts that the built-in reader refused. */
export function strictFaultOf(text: string): StrictFault | undefined {
  const { fault, slips } = parseJson(text);
  const [first] = [...libertiesIn(text), ...slips, ...(fault === null ? [] : [fault])].toSorted(
    (one, other) => one.offset - other.offset,
  );
  if (first === undefined) return undefined;
  const isAtEnd = first.problem === 'syntax' && first.offset === text.length;
  return {
    problem: isAtEnd ? 'unfinished' : first.problem,
    ...positionOf(lineStartsOf(text), first.offset),
  };
}

type Liberty = { readonly offset: number; readonly problem: 'comment' | 'trailingComma' };

/** What stands inside of texts is passed over. */
const liberties = /"(?:[^"\\]|\\[^])*"|(?<comment>\/[/*])|(?<comma>,)(?=\s*[}\]])/g;

function libertiesIn(text: string): readonly Liberty[] {
  for (const { index, groups } of text.matchAll(liberties)) {
    if (groups?.['comment'] !== undefined) return [{ offset: index, problem: 'comment' }];
    if (groups?.['comma'] !== undefined) return [{ offset: index, problem: 'trailingComma' }];
  }
  return [];
}
