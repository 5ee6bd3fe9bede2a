import type { DiskRole } from './disk-role';
import type { ImageFacts } from './image-facts-schema';
import type { InspectedDisk } from './inspected-disk';
import type { Rule } from './rule';
import { packageRules } from './rules/azure-application/table';
import { guestRules } from './rules/guest/table';
import { linkAnswerRules, listingRules, pictureRules } from './rules/listing/table';
import { packageSourceRules } from './rules/package-source/table';
import { packageUrlRules } from './rules/package-url/table';
import { sasContainerLevel } from './rules/sas/container-level';
import { sasExpiry } from './rules/sas/expiry';
import { sasForm } from './rules/sas/form';
import { sasNothingButReading } from './rules/sas/nothing-but-reading';
import { sasQuery } from './rules/sas/query';
import { sasReadAndList } from './rules/sas/read-and-list';
import { sasStart } from './rules/sas/start';
import { sasValidityWindow } from './rules/sas/validity-window';
import { sasVhdName } from './rules/sas/vhd-name';
import { sourceBlocked } from './rules/source/blocked';
import { sourceChanged } from './rules/source/changed';
import { sourceIncorrectUrl } from './rules/source/incorrect-url';
import { sourceLength } from './rules/source/length';
import { sourceNotFound } from './rules/source/not-found';
import { sourcePageBlob } from './rules/source/page-blob';
import { sourceUnauthorised } from './rules/source/unauthorised';
import { bootLoader } from './rules/virtual-machine/boot-loader';
import { dataSize } from './rules/virtual-machine/data-size';
import { fileLength } from './rules/virtual-machine/file-length';
import { firstPartition } from './rules/virtual-machine/first-partition';
import { footerChecksum } from './rules/virtual-machine/footer-checksum';
import { footerCookie } from './rules/virtual-machine/footer-cookie';
import { footerDataOffset } from './rules/virtual-machine/footer-data-offset';
import { footerFeatures } from './rules/virtual-machine/footer-features';
import { footerSavedState } from './rules/virtual-machine/footer-saved-state';
import { footerType } from './rules/virtual-machine/footer-type';
import { footerVersion } from './rules/virtual-machine/footer-version';
import { vhdFormat } from './rules/virtual-machine/format';
import { gptBackup } from './rules/virtual-machine/gpt-backup';
import { headReserved } from './rules/virtual-machine/head-reserved';
import { holdsLinux } from './rules/virtual-machine/holds-linux';
import { holdsWindows } from './rules/virtual-machine/holds-windows';
import { linuxOsSize } from './rules/virtual-machine/linux-os-size';
import { linuxPartition } from './rules/virtual-machine/linux-partition';
import { partitionLayout } from './rules/virtual-machine/partition-layout';
import { partitionTable } from './rules/virtual-machine/partition-table';
import { sizeAlignment } from './rules/virtual-machine/size-alignment';
import { sizeMinimum } from './rules/virtual-machine/size-minimum';
import { swapPartition } from './rules/virtual-machine/swap-partition';
import { windowsOsMaximum } from './rules/virtual-machine/windows-os-maximum';
import { windowsOsMinimum } from './rules/virtual-machine/windows-os-minimum';
import { windowsUnused } from './rules/virtual-machine/windows-unused';
import type { SasUrlFacts } from './sas-url';
import type { SourceFacts } from './source-facts';

/** On the URL alone, at validation. */
export const sasUrlRules: readonly Rule<SasUrlFacts>[] = [
  sasForm,
  sasQuery,
  sasVhdName,
  sasStart,
  sasExpiry,
  sasValidityWindow,
  sasReadAndList,
  sasNothingButReading,
  sasContainerLevel,
];

/** On what the source answers, at certification. */
export const sourceRules: readonly Rule<SourceFacts>[] = [
  sourceNotFound,
  sourceUnauthorised,
  sourceIncorrectUrl,
  sourceBlocked,
  sourceChanged,
  sourcePageBlob,
  sourceLength,
];

const containerRules: readonly Rule<ImageFacts>[] = [
  vhdFormat,
  footerCookie,
  footerFeatures,
  footerVersion,
  footerDataOffset,
  footerType,
  footerChecksum,
  footerSavedState,
  fileLength,
  sizeAlignment,
  sizeMinimum,
];

/** On the bytes, at certification and offline. */
export const imageRules: Readonly<Record<DiskRole, readonly Rule<InspectedDisk>[]>> = {
  linuxOsDisk: [
    ...containerRules,
    linuxOsSize,
    partitionTable,
    partitionLayout,
    gptBackup,
    headReserved,
    firstPartition,
    swapPartition,
    linuxPartition,
    holdsLinux,
    bootLoader,
  ],
  windowsOsDisk: [
    ...containerRules,
    windowsOsMinimum,
    windowsOsMaximum,
    windowsUnused,
    partitionTable,
    partitionLayout,
    gptBackup,
    holdsWindows,
    bootLoader,
  ],
  dataDisk: [...containerRules, dataSize],
};

/** What a rule is about: how lists and the rules' pages are parted. */
export type RuleArea = keyof typeof ruleAreas;

/** Every rule once, by what it is about. A new area is a new line. */
export const ruleAreas = {
  'SAS URLs of disks': sasUrlRules,
  'Sources of disks': sourceRules,
  'Disk images': [...new Set(Object.values(imageRules).flat())],
  'Inside of Linux images': guestRules,
  'URLs of packages': packageUrlRules,
  'Sources of packages': packageSourceRules,
  'Azure applications': packageRules,
  Listings: [...listingRules, ...linkAnswerRules, ...pictureRules],
} as const satisfies Readonly<Record<string, readonly Rule<never>[]>>;

export const allRules: readonly Rule<never>[] = Object.values(ruleAreas).flat();
