import type { Control, Section, UploadKind } from '../field-schemas';

/** What a form is made of. `key` is the name inside the holder; `label` is a key of `text/offer-fields.ts`. */
export type FormNode = FormField | FormGroup | FormRows | FormEntries;

type Named = { readonly key: string; readonly label: string; readonly section: Section };

/** One value that people fill in. */
export type FormField = Named & {
  readonly kind: 'field';
  readonly control: FieldControl;
  readonly required: boolean;
  /** Characters, or entries of a list. */
  readonly max?: number;
  readonly choices?: readonly string[];
  /** What can be uploaded for it: the address of the file is filled in. */
  readonly upload?: UploadKind;
  /** A number that counts the rows: a new row gets its own place. */
  readonly counter?: true;
};

/** `lines`: a list of texts, one a line. `choices`: several of a few. `json`: only the JSON view shows it. */
export type FieldControl = Exclude<Control, 'list'> | 'lines' | 'choices' | 'json';

/** Fields that stand together in an object. */
export type FormGroup = Named & {
  readonly kind: 'group';
  readonly fields: readonly FormNode[];
  /** An older key that may hold the same object; whichever stands in the document is edited, equal ones together. */
  readonly formerKey?: string;
  /** A list whose key depends on another field: `categoryL2-compute` beside `categoryL1: 'compute'`. */
  readonly companion?: Companion;
  /** A price a line: few columns, many rows. */
  readonly table?: true;
};

export type Companion = { readonly by: string; readonly prefix: string; readonly label: string };

/** A list of objects, or of single values with an address each. */
export type FormRows = Named & {
  readonly kind: 'rows';
  readonly item: FormGroup | FormField;
  /** The form of entries that are objects where `item` is a single value. */
  readonly objectItem?: FormGroup;
  readonly required: boolean;
  readonly max?: number;
};

/** An object whose keys the publisher chooses, e.g. image versions. */
export type FormEntries = Named & {
  readonly kind: 'entries';
  readonly item: FormGroup;
  readonly required: boolean;
  readonly max?: number;
};

/** The whole form of one offer type: the document is its root. */
export type OfferForm = {
  readonly root: FormGroup;
  /** What a new group, or a new entry of a list, starts with beside its required fields, by its key. */
  readonly blanks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};
