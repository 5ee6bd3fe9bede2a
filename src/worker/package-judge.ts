import { packageRuleSet } from '../domain/certification/rule-set-version';
import { packageStructureRules } from '../domain/certification/rules/package-structure/root-files';
import { runRules } from '../domain/certification/run-rules';
import type { PackageFiles, PackageJudge } from '../services/ports';

/** A check of the package's structure only: that it can be unpacked and has what a deployment begins with. */
export const openPackageJudge = (packageFiles: Pick<PackageFiles, 'list'>): PackageJudge => ({
  ruleSetVersion: packageRuleSet,
  findings: async (content) =>
    runRules({ files: (await packageFiles.list(content)) ?? null }, packageStructureRules),
});
