type Flags = {
  readonly goLive: boolean;
  readonly exit: boolean;
  readonly again: boolean;
  readonly application: boolean;
};

const flagNames: Readonly<Record<keyof Flags, string>> = {
  application: '--application',
  again: '--again',
  goLive: '--go-live',
  exit: '--exit',
};

/**
 * What to say of flags that ask for a publication, where a stack of this checkout runs already: that one has its own
 * flags. Undefined when none was given.
 */
export function notCarriedOut(flags: Flags, runningPid: number): string | undefined {
  const given = (Object.keys(flagNames) as (keyof Flags)[])
    .filter((flag) => flags[flag])
    .map((flag) => flagNames[flag])
    .join(' ');
  if (given === '') return undefined;
  return `Not carried out: ${given}. Stop that stack (kill ${runningPid}), and once it has ended: npm start -- ${given}`;
}
