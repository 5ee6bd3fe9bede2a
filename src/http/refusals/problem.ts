import type { Context } from 'hono';
import { type ProblemCode, type ProblemKind, problemCodes } from './problem-codes';

/** RFC 9457. Outside the CPP dialect every refusal has this form; `code` is stable, the words are not. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What happened, to which offer, and what to do. */
  readonly detail: string;
  readonly errors?: readonly unknown[];
};

/** Status and title come from the code's row in `problem-codes.ts`. */
type ProblemFacts = Pick<Problem, 'detail' | 'errors'> & {
  readonly code: ProblemCode;
};

export function problem(context: Context, { code, detail, errors }: ProblemFacts): Response {
  const { status, title }: ProblemKind = problemCodes[code];
  const body: Problem = {
    type: `/docs/problems#${code}`,
    title,
    status,
    code,
    detail,
    ...(errors && { errors }),
  };
  return context.json(body, status, { 'Content-Type': 'application/problem+json' });
}
