import type { Command } from 'commander';
import { packageRules } from '../../domain/certification/rules/azure-application/table';
import { readSingleFile } from '../../inspection/package/read-package';
import { type CertifyFlags, withCertifyOptions } from '../certification/certify-flags';
import { certifyPath } from '../certification/certify-path';
import type { Does } from '../does';
import { newCommand } from '../new-command';

const facts = {
  name: 'template',
  does: 'Certify one file: a template, a createUiDefinition or template parameters. Its content says which it is.',
  examples: [
    ['offer certify template mainTemplate.json', 'ends with 4 when something has to be corrected'],
    ['offer certify template mainTemplate.json --fail-on warning', 'as strict as it gets'],
  ],
} as const;

export function certifyTemplateCommand(does: Does): Command {
  return withCertifyOptions(newCommand(facts))
    .argument('<file>', 'the file')
    .action(
      does<CertifyFlags>(async (asked) =>
        certifyPath(asked, { read: readSingleFile, rules: packageRules, holdsFiles: false }),
      ),
    );
}
