import type { FindingTarget } from '../../finding';
import type { GuestFacts, LinuxGuest, Setting } from '../../guest-facts-schema';
import type { Measured, Rule, Violation } from '../../rule';

/** What is inside an image, and when it is judged: some answers depend on the day. */
export type GuestCase = {
  readonly guest: GuestFacts;
  /** ISO time. */
  readonly at: string;
};

type LinuxRule = Omit<Rule<GuestCase>, 'check' | 'judges' | 'measured'> & {
  /** Whether this guest has what the rule is about; absent: every Linux has. */
  readonly applies?: (guest: LinuxGuest) => boolean;
  readonly check: (guest: LinuxGuest, at: string) => readonly Violation[];
  readonly measured?: (guest: LinuxGuest) => Measured;
};

/** A rule about what is inside a Linux image. Where nothing could be read it is not run, and so never passed. */
export function linuxRule({ applies = () => true, check, measured, ...rule }: LinuxRule): Rule<GuestCase> {
  return {
    ...rule,
    judges: ({ guest: { system } }) => system.kind === 'linux' && applies(system),
    check: ({ guest: { system }, at }) => (system.kind === 'linux' ? check(system, at) : []),
    ...(measured && {
      measured: ({ guest: { system } }) => (system.kind === 'linux' ? measured(system) : {}),
    }),
  };
}

/** Where a setting stands. */
export const targetOf = ({ file, line }: Setting): FindingTarget => ({ file, line });
