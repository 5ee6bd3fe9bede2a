import { type JsonPlace, pointerOf } from '../json/json-place';
import type { ParsedJson } from '../json/parse-json';
import { positionOf } from '../json/text-position';
import type { FindingTarget } from './finding';
import type { PackageEntry, PackageFault } from './package-entries';

/** What rules on Azure application packages read, gathered once from a folder, a zip or a single file. */
export type PackageFacts = {
  /** `file`: a template, createUiDefinition or parameters file judged on its own; it has no root to be complete. */
  readonly form: 'folder' | 'zip' | 'file';
  /** In the order of their paths. */
  readonly files: readonly PackageFile[];
  /** Every template among the files, the main one first. */
  readonly templates: readonly JsonDocument[];
  /** `mainTemplate.json` of the root, else the only template there is; null where nobody can tell. */
  readonly mainTemplate: JsonDocument | null;
  readonly createUi: JsonDocument | null;
  readonly parameterFiles: readonly JsonDocument[];
  /** Every name there is, also those that are no files; of a single file just that one. */
  readonly entries: readonly PackageEntry[];
  readonly faults: readonly PackageFault[];
  /** Of the zip itself; null for a folder or file. */
  readonly archiveBytes: number | null;
  /** The tracking GUID that the package's plan names; null where it names none, or nobody knows the plan. */
  readonly trackingId: string | null;
};

export type PackageFile = {
  /** Relative to the package's root, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** A zip inside the package, by its first bytes; nobody looks into it. */
  readonly isZip: boolean;
  /** Of `.json` files only; null for others. */
  readonly json: JsonFile | null;
};

export type JsonFile = ParsedJson & {
  /** For `positionOf`. */
  readonly lineStarts: readonly number[];
};

/** A file that could be read, with the place of its root. */
export type JsonDocument = {
  readonly path: string;
  readonly root: JsonPlace;
  readonly lineStarts: readonly number[];
};

/** Where a finding points that speaks of this place. */
export function targetOf(document: JsonDocument, place: JsonPlace): FindingTarget {
  return {
    file: document.path,
    pointer: pointerOf(place),
    ...positionOf(document.lineStarts, place.offset),
  };
}
