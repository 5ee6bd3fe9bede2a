import type { OfferKey } from '../../domain/offer/ids';
import { fillText, type Language } from '../../domain/text/language';
import { mailWords } from '../../domain/text/mails/mail-words';
import { terminalText } from '../../domain/text/terminal/terminal';
import { isRecord } from '../api/read-error';
import { type Asked, nameIn } from '../asked';
import type { CliFailure } from '../failure';
import { nameOf } from '../offer-argument';
import { exitCodes } from '../exit-codes';
import { placeText } from './place-text';

type Told = Pick<Asked, 'flags' | 'surroundings' | 'language'> & {
  readonly about: () => OfferKey | undefined;
};

/** With `--json` one object on stdout, else words on stderr. */
export function tellFailure(failure: CliFailure, { flags, surroundings, language, about }: Told): void {
  const { exitCode, code, message, details } = failure;
  if (flags.json === true) {
    const error = { exitCode, code: code ?? '', message, details };
    surroundings.stdout(`${JSON.stringify({ ...nameIn(about()), error })}\n`);
    return;
  }
  const offer = about();
  const see =
    exitCode === exitCodes.conflict && offer !== undefined
      ? [terminalText('see', language, { command: `offer status ${nameOf(offer)}` })]
      : [];
  surroundings.stderr(
    `${[message, ...details.flatMap((detail) => detailLines(detail, language)), ...see].join('\n')}\n`,
  );
}

/** One finding: where, what, and what to do. */
export function detailLines(detail: unknown, language: Language): readonly string[] {
  if (!isRecord(detail)) return [];
  const { message, fix, ruleId, target, pointer } = detail;
  return [
    `  ! ${String(message)}${typeof ruleId === 'string' ? ` [${ruleId}]` : ''}${placeText(target ?? { pointer }, language)}`,
    ...(typeof fix === 'string' && fix !== '' ? [`    ${fillText(mailWords.fix, language, { fix })}`] : []),
  ];
}
