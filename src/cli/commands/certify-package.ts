import type { Command } from 'commander';
import { packageRules } from '../../domain/certification/rules/azure-application/table';
import { readPackage } from '../../inspection/package/read-package';
import { type CertifyFlags, withCertifyOptions } from '../certification/certify-flags';
import { certifyPath } from '../certification/certify-path';
import type { Does } from '../does';
import { newCommand } from '../new-command';

const facts = {
  name: 'package',
  does: 'Certify an Azure application package: a folder or a zip with mainTemplate.json and createUiDefinition.json.',
  examples: [
    ['offer certify package ./app', 'ends with 4 when something has to be corrected'],
    ['offer certify package app.zip --sarif > app.sarif', 'for the code scanning of GitHub or Azure DevOps'],
    ['offer certify package ./app --only DependsOn-Best-Practices', 'one rule, by its id or alias'],
  ],
} as const;

export function certifyPackageCommand(does: Does): Command {
  return withCertifyOptions(newCommand(facts))
    .argument('<path>', 'folder or zip')
    .action(
      does<CertifyFlags>(async (asked) =>
        certifyPath(asked, { read: readPackage, rules: packageRules, holdsFiles: true }),
      ),
    );
}
