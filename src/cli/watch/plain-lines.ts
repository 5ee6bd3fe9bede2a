import type { Language } from '../../domain/text/language';
import { stepName, stepStatusLabel } from '../../domain/text/labels';
import { messageText } from '../../domain/text/publication/publication';
import type { Publication } from '../publication';
import type { Surroundings } from '../surroundings';
import type { View } from './view';

/** For logs: each change in one line, once. */
export function plainLines(
  { stdout, stderr }: Pick<Surroundings, 'stdout' | 'stderr'>,
  language: Language,
): View {
  let told = new Set<string>();
  return {
    show: (publication) => {
      const lines = linesOf(publication, language);
      for (const line of lines.filter((each) => !told.has(each))) stdout(`${line}\n`);
      told = new Set(lines);
    },
    remark: (text) => stderr(`${text}\n`),
    close: async () => undefined,
  };
}

function linesOf({ status }: Publication, language: Language): readonly string[] {
  return status.steps.flatMap((step) => {
    const name = stepName(step.id, language, status.offerType);
    const begun = step.status === 'notStarted' ? [] : [`${name}: ${stepStatusLabel(step.status, language)}`];
    return [
      ...step.messages.map(({ at, message }) => `${at} ${name}: ${messageText(message, language)}`),
      ...begun,
    ];
  });
}
