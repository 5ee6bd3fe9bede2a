import { z } from 'zod';
import { characterCount } from '../text/fields/character-count';
import { isMasked } from './secrets';

/** Where the portal's Editor shows a field. */
export type Section =
  | 'offerSettings'
  | 'plans'
  | 'technical'
  | 'pricing'
  | 'overview'
  | 'artwork'
  | 'preview'
  | 'leads'
  | 'legal'
  | 'support';

/** How the Editor lets people fill a field in. */
export type Control =
  'text' | 'longText' | 'html' | 'url' | 'email' | 'number' | 'switch' | 'choice' | 'list' | 'secret';

/** Files that a publisher can upload into a container of its own. */
export type UploadKind = 'disk' | 'package' | 'logo';

/** Hangs on every field's schema (`schema.meta()`); `label` is a key of `text/fields.ts`. */
export type FieldMeta = {
  readonly section: Section;
  readonly label: string;
  readonly control: Control;
  readonly required: boolean;
  /** Characters, or entries of a list. */
  readonly max?: number;
  /** What is usually chosen; for an object of numbers, its keys. */
  readonly choices?: readonly string[];
  readonly upload?: UploadKind;
  /** Counts the entries of its list: 0, 1, 2, ... */
  readonly counter?: true;
};

/** Every key of a {@link FieldMeta}. */
export const fieldMetaKeys: readonly (keyof FieldMeta)[] = [
  'section',
  'label',
  'control',
  'required',
  'max',
  'choices',
  'upload',
  'counter',
];

/** What a failed check says about itself; `schema-findings.ts` reads it. */
export type Broken = { readonly ruleId: string; readonly expected?: string };

type Field = Pick<FieldMeta, 'section' | 'label' | 'max' | 'choices' | 'upload'> & {
  readonly control?: Control;
};
type Optional<T> = T | null | undefined;

const describe = (field: Field, control: Control, required: boolean): FieldMeta => ({
  control,
  ...field,
  required,
});

/** A refinement's options that carry the rule it stands for. */
export const broken = (
  ruleId: string,
  expected?: string,
): { readonly params: Readonly<Record<string, unknown>> } => ({
  params: { ruleId, ...(expected === undefined ? {} : { expected }) },
});

const filled = z.string().refine((text) => text.trim() !== '', broken('offer.field-missing'));

export function requiredText(field: Field): z.ZodType<string> {
  return limited(filled, field.max).meta(describe(field, 'text', true));
}

export function optionalText(field: Field): z.ZodType<Optional<string>> {
  return limited(z.string(), field.max)
    .nullish()
    .meta(describe(field, 'text', false));
}

/** Of at most so many characters as people count them: zod's own limit counts code units. */
function limited(text: z.ZodString, max: number | undefined): z.ZodString {
  if (max === undefined) return text;
  return text.check(({ value, issues }) => {
    if (characterCount(value) <= max) return;
    issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
  });
}

/** Text of a given form; an empty one counts as not given. */
export function optionalForm(
  field: Field,
  form: { readonly pattern: RegExp } & Broken,
): z.ZodType<Optional<string>> {
  return z
    .string()
    .nullish()
    .refine((text) => !text || form.pattern.test(text), broken(form.ruleId, form.expected))
    .meta(describe(field, 'text', false));
}

export function requiredForm(field: Field, form: { readonly pattern: RegExp } & Broken): z.ZodType<string> {
  return filled
    .refine((text) => form.pattern.test(text) || isMasked(text), broken(form.ruleId, form.expected))
    .meta(describe(field, 'text', true));
}

export function requiredUrl(field: Field): z.ZodType<string> {
  return filled.refine(isWebUrl, notAUrl).meta(describe(field, 'url', true));
}

export function optionalUrl(field: Field): z.ZodType<Optional<string>> {
  return z
    .string()
    .nullish()
    .refine((text) => !text || isWebUrl(text), notAUrl)
    .meta(describe(field, 'url', false));
}

export function requiredEmail(field: Field): z.ZodType<string> {
  return filled
    .refine(isEmail, broken('offer.email-invalid', 'name@host'))
    .meta(describe(field, 'email', true));
}

export function optionalSwitch(field: Field): z.ZodType<Optional<boolean>> {
  return z
    .boolean()
    .nullish()
    .meta(describe(field, 'switch', false));
}

export function requiredChoice<T extends string>(field: Field, choices: readonly T[]): z.ZodType<T> {
  return z.enum(choices).meta(describe(field, 'choice', true));
}

/** A list that may be left out; `field.max` bounds its entries. */
export function optionalList<T extends z.ZodType>(field: Field, item: T): z.ZodType<Optional<z.output<T>[]>> {
  const list = field.max === undefined ? z.array(item) : z.array(item).max(field.max);
  return list.nullish().meta(describe(field, 'list', false));
}

export function requiredList<T extends z.ZodType>(field: Field, item: T): z.ZodType<z.output<T>[]> {
  const list = z.array(item).min(1);
  return (field.max === undefined ? list : list.max(field.max)).meta(describe(field, 'list', true));
}

export function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text) && URL.canParse(text);
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+$/.test(text);
}

/** A form for `requiredForm` and `optionalForm`. */
export const guid = {
  pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  ruleId: 'offer.guid-invalid',
  expected: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
} as const;

const notAUrl = broken('offer.url-invalid', 'https://...');
