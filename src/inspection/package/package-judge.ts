import type { ZipFile } from 'yauzl';
import { withReasons } from '../../domain/certification/not-run-reason';
import { packageFactsOf } from '../../domain/certification/package-roles';
import { packageRules } from '../../domain/certification/rules/azure-application/table';
import { judgeByRules } from '../../domain/certification/run-rules';
import type { PackageJudge, StoredBytes } from '../../services/ports';
import { readZip } from './read-zip';

/** How a zip in a store is opened, and what a failure on the way was caused by. */
type StoredZips = {
  readonly openZip: (content: StoredBytes) => Promise<ZipFile>;
  readonly causeOf: (error: unknown) => unknown;
};

/** Holds every rule for packages against the bytes where they lie. */
export const packageJudgeOf = ({ openZip, causeOf }: StoredZips): PackageJudge => ({
  async outcome(content, trackingId) {
    try {
      const facts = packageFactsOf(await readZip(() => openZip(content), content.bytes), trackingId);
      return withReasons(judgeByRules(facts, packageRules), () => ({ code: 'notInPackage' }));
    } catch (error) {
      throw causeOf(error);
    }
  },
});
