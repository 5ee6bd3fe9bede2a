import { resolve } from 'node:path';
import { chosenRules } from '../../domain/certification/chosen-rules';
import type { Rule, RuleDescription } from '../../domain/certification/rule';
import { judgeByRules } from '../../domain/certification/run-rules';
import { isRecord } from '../api/read-error';
import type { Asked, GlobalFlags } from '../asked';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { answerOutcome } from './answer-outcome';
import type { CertifyFlags } from './certify-flags';

type Certification<Facts> = {
  readonly read: (path: string) => Promise<Facts>;
  readonly rules: readonly Rule<Facts>[];
  /** Whether the path is a folder or zip. */
  readonly holdsFiles: boolean;
};

/** Reads what stands at the path, judges it by the rules asked for, and answers. */
export async function certifyPath<Facts>(
  asked: Asked<CertifyFlags>,
  { read, rules, holdsFiles }: Certification<Facts>,
): Promise<number> {
  const chosen = rulesAskedFor(asked.flags, rules);
  const path = asked.words.join(' ');
  const facts = await opened(path, async () => read(resolve(asked.surroundings.workFolder, path)));
  return answerOutcome(asked, {
    subject: path,
    rules: chosen,
    outcome: judgeByRules(facts, chosen),
    holdsFiles,
  });
}

/** A name that no rule bears is a slip of the pen, and "nothing found" would be taken for a pass. */
export function rulesAskedFor<Described extends RuleDescription>(
  { only = [], sarif, json }: CertifyFlags & GlobalFlags,
  rules: readonly Described[],
): readonly Described[] {
  if (sarif === true && json === true)
    throw new CliFailure(exitCodes.usage, 'Stdout holds one answer: --sarif or --json.');
  const chosen = chosenRules(rules, only);
  if (chosen.unknown.length === 0) return chosen.rules;
  throw new CliFailure(
    exitCodes.usage,
    `There is no such rule here: ${chosen.unknown.join(', ')}. See: offer rules`,
  );
}

/** What the file system refuses is said in words. */
export async function opened<Facts>(path: string, read: () => Promise<Facts>): Promise<Facts> {
  try {
    return await read();
  } catch (error) {
    if (!isRecord(error) || typeof error['code'] !== 'string') throw error;
    throw new CliFailure(exitCodes.usage, refusalOf(path, error['code'], String(error['message'])));
  }
}

function refusalOf(path: string, code: string, message: string): string {
  if (code === 'ENOENT') return `There is nothing at ${path}.`;
  return code === 'EISDIR'
    ? `${path} is a folder, and one file is wanted here. Of a folder with an application: offer certify package ${path}`
    : `${path} cannot be read: ${message}`;
}
