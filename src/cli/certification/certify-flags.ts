import { type Command, Option } from 'commander';

export type CertifyFlags = {
  readonly only?: readonly string[];
  readonly sarif?: boolean;
  readonly failOn: 'error' | 'warning';
};

/** What every `offer certify` command takes. */
export function withCertifyOptions(command: Command): Command {
  return command
    .option('--only <rule>', 'only this rule, by id or alias; may be given several times', collected)
    .option('--sarif', 'SARIF 2.1.0 on stdout')
    .addOption(
      new Option('--fail-on <severity>', 'the least that ends with 4')
        .choices(['error', 'warning'])
        .default('error'),
    );
}

const collected = (rule: string, before: readonly string[] = []): readonly string[] => [...before, rule];
