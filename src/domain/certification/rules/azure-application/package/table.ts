import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';
import { archiveReadable } from './archive-readable';
import { archiveSize } from './archive-size';
import { compressionRatio } from './compression-ratio';
import { damagedEntries } from './damaged-entries';
import { duplicateNames } from './duplicate-names';
import { encryptedEntries } from './encrypted-entries';
import { entryKinds } from './entry-kinds';
import { entryNames } from './entry-names';
import { fileSize } from './file-size';
import { jsonValid } from './json-valid';
import { managedFiles } from './managed-files';
import { managedResource } from './managed-resource';
import { nestedZips } from './nested-zips';
import { readingLimits } from './reading-limits';
import { rootFiles } from './root-files';
import { sameNames } from './same-names';
import { unknownFile } from './unknown-file';
import { usageAttribution } from './usage-attribution';
import { usageAttributionDiffers } from './usage-attribution-differs';

export const structureRules: readonly Rule<PackageFacts>[] = [
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
  nestedZips,
  rootFiles,
  managedFiles,
  managedResource,
  usageAttribution,
  usageAttributionDiffers,
  jsonValid,
  unknownFile,
  duplicateNames,
];
