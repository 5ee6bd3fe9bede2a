import { z } from 'zod';
import type { FieldMeta, Section } from '../field-schemas';
import type { Companion, FieldControl, FormField, FormGroup, FormNode, FormRows } from './form';

/** What a schema cannot say about itself, by key; data of an offer type. */
export type FormHints = {
  /** Keys that no field of the form edits. */
  readonly hidden: readonly string[];
  /** Current key -> former key of the same object. */
  readonly formerKeys: Readonly<Record<string, string>>;
  /** By the key of a list: see `FormGroup.companion`. */
  readonly companions: Readonly<Record<string, Companion>>;
};

/** A form made from an offer type's schema. What has no description (`meta`) and no known shape is left to the JSON view. */
export function formOfSchema(schema: z.ZodType, hints: FormHints): FormGroup {
  const root = nodeOf('', schema, { section: 'offerSettings', hints });
  if (root?.kind !== 'group') throw new Error('An offer schema is an object.');
  return root;
}

type Surroundings = { readonly section: Section; readonly hints: FormHints };

function nodeOf(
  key: string,
  schema: z.ZodType,
  { section: outer, hints }: Surroundings,
): FormNode | undefined {
  const { inner, meta } = described(schema);
  const section = meta?.section ?? outer;
  const named = { key, label: meta?.label ?? key, section };
  const limits = { required: meta?.required ?? false, ...(meta?.max === undefined ? {} : { max: meta.max }) };
  if (inner instanceof z.ZodObject) {
    const former = hints.formerKeys[key];
    const companion = hints.companions[key];
    return {
      kind: 'group',
      ...named,
      fields: fieldsOf(inner.shape, { section, hints }),
      ...(former === undefined ? {} : { formerKey: former }),
      ...(companion === undefined ? {} : { companion }),
    };
  }
  if (inner instanceof z.ZodArray) {
    const element = inner.element as z.ZodType;
    const rows = rowsOf(named, element, { section, hints });
    return rows === undefined
      ? { ...choicesOf(described(element).inner), ...fieldOf(named, meta, listControl(element)) }
      : { kind: 'rows', ...named, ...limits, ...rows };
  }
  if (inner instanceof z.ZodRecord) {
    if (meta?.choices !== undefined) return priceTable(named, meta.choices);
    const item = nodeOf(key, inner.valueType as z.ZodType, { section, hints });
    return item?.kind === 'group' ? { kind: 'entries', ...named, ...limits, item } : undefined;
  }
  const control = controlOf(inner);
  return control === undefined && meta === undefined
    ? undefined
    : { ...choicesOf(inner), ...fieldOf(named, meta, control ?? 'text') };
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>, around: Surroundings): readonly FormNode[] {
  const former = Object.values(around.hints.formerKeys);
  return Object.entries(shape)
    .filter(([key]) => !around.hints.hidden.includes(key) && !former.includes(key))
    .flatMap(([key, field]) => nodeOf(key, field, around) ?? []);
}

type Named = Pick<FormField, 'key' | 'label' | 'section'>;

/** The entries of a list that have fields of their own; undefined for a list of plain texts. */
function rowsOf(
  { key, section }: Named,
  element: z.ZodType,
  around: Surroundings,
): Pick<FormRows, 'item' | 'objectItem'> | undefined {
  const { inner, meta } = described(element);
  if (!(inner instanceof z.ZodUnion)) {
    const item = nodeOf(key, element, around);
    return item?.kind === 'group' ? { item } : undefined;
  }
  const nodes = (inner.options as z.ZodType[]).map((option) => nodeOf(key, option, around));
  const objectItem = nodes.find((node) => node?.kind === 'group');
  if (meta === undefined || objectItem?.kind !== 'group') return undefined;
  return { item: fieldOf({ key, label: meta.label, section }, meta, 'text'), objectItem };
}

const choicesOf = (inner: z.ZodType): Pick<FormField, 'choices'> =>
  inner instanceof z.ZodEnum ? { choices: inner.options.map(String) } : {};

/** A number a key: what each machine size costs. */
function priceTable(named: Named, keys: readonly string[]): FormGroup {
  const fields = keys.map((key): FormField => ({
    kind: 'field',
    key,
    label: key,
    section: named.section,
    control: 'number',
    required: false,
  }));
  return { kind: 'group', ...named, table: true, fields };
}

function fieldOf(named: Named, meta: FieldMeta | undefined, control: FieldControl): FormField {
  const { required = false, max, choices, upload, counter } = meta ?? {};
  return {
    kind: 'field',
    ...named,
    control: meta === undefined || meta.control === 'list' ? control : meta.control,
    required,
    ...(max === undefined ? {} : { max }),
    ...(choices === undefined ? {} : { choices }),
    ...(upload === undefined ? {} : { upload }),
    ...(counter === undefined ? {} : { counter }),
  };
}

function controlOf(inner: z.ZodType): FieldControl | undefined {
  if (inner instanceof z.ZodBoolean) return 'switch';
  if (inner instanceof z.ZodNumber) return 'number';
  if (inner instanceof z.ZodEnum) return 'choice';
  return inner instanceof z.ZodString ? 'text' : undefined;
}

function listControl(element: z.ZodType): FieldControl {
  const { inner } = described(element);
  if (inner instanceof z.ZodEnum) return 'choices';
  return inner instanceof z.ZodString ? 'lines' : 'json';
}

/** A schema without its wrappers, and what the outermost description says. */
function described(schema: z.ZodType): { readonly inner: z.ZodType; readonly meta: FieldMeta | undefined } {
  let inner = schema;
  let meta = schema.meta() as FieldMeta | undefined;
  for (let next = unwrapped(inner); next !== undefined; next = unwrapped(inner)) {
    inner = next;
    meta ??= inner.meta() as FieldMeta | undefined;
  }
  return { inner, meta };
}

function unwrapped(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.out as z.ZodType) : undefined;
}
