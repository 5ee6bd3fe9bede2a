import { z } from 'zod';
import { type Language } from '../../text/language';
import { fieldHelp } from '../../text/fields/field-help';
import { fieldLabel } from '../../text/fields/offer-fields';
import type { OfferTypeId } from '../document';
import { fieldMetaKeys } from '../field-schemas';
import { schemaOf } from './offer-forms-schema';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The documents of an offer type as JSON Schema, for editors: each field with its name and what goes in. */
export function offerJsonSchema(offerType: OfferTypeId, language: Language): JsonSchema {
  const schema = z.toJSONSchema(schemaOf(offerType), {
    // What a reader gets, not what a lenient check takes: missing parts are shown as missing.
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => describe(jsonSchema, language),
  });
  // Editors look at this key; a document may carry it.
  const properties = { $schema: { type: 'string' }, ...schema.properties };
  return { ...schema, title: offerType, properties };
}

/** The words of the form instead of what the form is made from. */
function describe(schema: Record<string, unknown>, language: Language): void {
  const { label } = schema;
  if (typeof label === 'string') {
    schema['title'] = fieldLabel(label, language);
    const help = fieldHelp(label, language);
    if (help !== undefined) schema['description'] = help;
  }
  if (typeof schema['max'] === 'number') {
    if (schema['type'] === 'array') schema['maxItems'] = schema['max'];
    if (isText(schema)) schema['maxLength'] = schema['max'];
  }
  // `required` is a list of keys in JSON Schema; in our descriptions it is yes or no.
  for (const key of fieldMetaKeys) if (key !== 'required' || !Array.isArray(schema[key])) delete schema[key];
}

function isText({ type, anyOf }: Record<string, unknown>): boolean {
  if (Array.isArray(anyOf)) return anyOf.some(isText);
  return type === 'string';
}
