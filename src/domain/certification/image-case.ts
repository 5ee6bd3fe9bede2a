import type { DiskRole } from './disk-role';
import type { ImageFacts } from './image-facts-schema';
import type { InspectedDisk } from './inspected-disk';
import type { Rule } from './rule';
import { imageRules, sasUrlRules, sourceRules } from './rule-table';
import type { GuestCase } from './rules/guest/linux-rule';
import { guestRules } from './rules/guest/table';
import type { SasUrlFacts } from './sas-url';
import type { SourceFacts } from './source-facts';

/** Everything that was found out about one image; what is missing could not be found out. */
export type ImageCase = {
  readonly sasUrl?: SasUrlFacts;
  readonly source?: SourceFacts;
  readonly image?: ImageFacts;
  readonly guest?: GuestCase;
};

/** The rules of an image as a file. Those about something that was not found out are not run. */
export function rulesOfImageFile(role: DiskRole): readonly Rule<ImageCase>[] {
  const inside = role === 'dataDisk' ? [] : guestRules;
  return [
    ...imageRules[role].map((rule) => about(rule, inspectedDisk)),
    ...inside.map((rule) => about(rule, ({ guest }) => guest)),
  ];
}

/** And those of the address that it is published by. */
export function rulesOfImageSource(role: DiskRole): readonly Rule<ImageCase>[] {
  return [
    ...sasUrlRules.map((rule) => about(rule, ({ sasUrl }) => sasUrl)),
    ...sourceRules.map((rule) => about(rule, ({ source }) => source)),
    ...rulesOfImageFile(role),
  ];
}

/** The image, and where its root is if anybody knows. */
function inspectedDisk({ image, guest }: ImageCase): InspectedDisk | undefined {
  if (image === undefined) return undefined;
  const system = guest?.guest.system;
  return system?.kind === 'linux' ? { ...image, linuxRoot: system.partition } : image;
}

/** A rule about a part, as one about the whole. */
function about<Part>(
  { measured, ...rule }: Rule<Part>,
  partOf: (whole: ImageCase) => Part | undefined,
): Rule<ImageCase> {
  return {
    ...rule,
    judges: (whole) => {
      const part = partOf(whole);
      return part !== undefined && rule.judges?.(part) !== false;
    },
    check: (whole) => {
      const part = partOf(whole);
      return part === undefined ? [] : rule.check(part);
    },
    ...(measured && {
      measured: (whole) => {
        const part = partOf(whole);
        return part === undefined ? {} : measured(part);
      },
    }),
  };
}
