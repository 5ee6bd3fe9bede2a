/**
 * JSON with the place of everything in it, because a finding that names line and column is mended in seconds.
 * `offset` counts UTF-16 units from the beginning of the file's text.
 */
export type JsonNode = JsonObject | JsonArray | JsonText | JsonNumber | JsonBoolean | JsonNull;

export type JsonObject = {
  readonly kind: 'object';
  readonly offset: number;
  /** In the file's order; a name can stand twice. */
  readonly members: readonly JsonMember[];
};

export type JsonArray = {
  readonly kind: 'array';
  readonly offset: number;
  readonly items: readonly JsonNode[];
};

export type JsonText = { readonly kind: 'text'; readonly offset: number; readonly value: string };
export type JsonNumber = { readonly kind: 'number'; readonly offset: number; readonly value: number };
export type JsonBoolean = { readonly kind: 'boolean'; readonly offset: number; readonly value: boolean };
export type JsonNull = { readonly kind: 'null'; readonly offset: number };

/** `offset` is where the name begins. */
export type JsonMember = { readonly name: string; readonly offset: number; readonly value: JsonNode };
