import type { JsonNode } from '../json/json-tree';

/** One file of an Azure application package, or a template certified on its own. */
export type PackageFile = {
  /** Relative to the package's root, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Of `.json` files only; null for others and for what is no UTF-8. */
  readonly json: JsonFile | null;
};

export type JsonFile = {
  readonly text: string;
  /** Null when the text is no JSON (comments and trailing commas apart, which Azure accepts in templates). */
  readonly tree: JsonNode | null;
  /** The first place where it is broken. */
  readonly fault: { readonly offset: number; readonly problem: string } | null;
};
