import { packageFactsOf } from '../domain/certification/package-roles';
import { packageRuleSet } from '../domain/certification/rule-set-version';
import { packageRules } from '../domain/certification/rules/azure-application/table';
import { judgeByRules } from '../domain/certification/run-rules';
import { readZip } from '../inspection/package/read-zip';
import { openZip, StoreFailure } from '../services/package-files/zip-bytes';
import type { PackageJudge } from '../services/ports';

/** Every rule for packages, held against the bytes where they lie. */
export const packageJudge: PackageJudge = {
  ruleSetVersion: packageRuleSet,
  async outcome(content) {
    try {
      const facts = packageFactsOf(await readZip(() => openZip(content), content.bytes));
      return judgeByRules(facts, packageRules);
    } catch (error) {
      throw error instanceof StoreFailure ? error.reason : error;
    }
  },
};
