import type { RuleDescription } from '../rule';
import { archiveReadable } from '../rules/azure-application/package/archive-readable';
import { archiveSize } from '../rules/azure-application/package/archive-size';
import { compressionRatio } from '../rules/azure-application/package/compression-ratio';
import { damagedEntries } from '../rules/azure-application/package/damaged-entries';
import { encryptedEntries } from '../rules/azure-application/package/encrypted-entries';
import { entryKinds } from '../rules/azure-application/package/entry-kinds';
import { entryNames } from '../rules/azure-application/package/entry-names';
import { fileSize } from '../rules/azure-application/package/file-size';
import { readingLimits } from '../rules/azure-application/package/reading-limits';
import { sameNames } from '../rules/azure-application/package/same-names';
import { linkUnsafe } from '../rules/listing/link-unsafe';
import { packageReading } from '../rules/package-url/reading';
import { sasExpiry } from '../rules/sas/expiry';
import { sasForm } from '../rules/sas/form';
import { sasNothingButReading } from '../rules/sas/nothing-but-reading';
import { sasQuery } from '../rules/sas/query';
import { sasReadAndList } from '../rules/sas/read-and-list';

/**
 * Without them nothing could be read, it could be something else than what was judged, or it would harm whoever unpacks
 * it or looks at it. Nobody can let them pass, whatever was granted before.
 */
const guards: readonly RuleDescription[] = [
  sasForm,
  sasQuery,
  sasExpiry,
  sasReadAndList,
  sasNothingButReading,
  packageReading,
  archiveReadable,
  damagedEntries,
  readingLimits,
  archiveSize,
  fileSize,
  compressionRatio,
  entryNames,
  entryKinds,
  sameNames,
  encryptedEntries,
  linkUnsafe,
];

const ids: ReadonlySet<string> = new Set(guards.map(({ id }) => id));

export const isGuard = (ruleId: string): boolean => ids.has(ruleId);
