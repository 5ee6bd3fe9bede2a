import type { JsonDocument } from '../certification/package-facts';
import { childPlaces, type JsonPlace, placeOf } from '../json/json-place';
import type { JsonMember, JsonNode } from '../json/json-tree';
import { membersOf, textAt, textOf, valueAt, valueOf } from '../json/read-json';
import type { ParsedExpression } from './expression/parse-expression';
import { isExpression, parseExpression } from './expression/parse-expression';
import {
  type Declaration,
  deploymentType,
  type EvaluatedValue,
  type Resource,
  scopeOf,
  type Template,
  type TemplateValue,
} from './template';

/** Expressions repeat: each text is read once. */
export type ParsedTexts = Map<string, ParsedExpression>;

/** Reads a file's template and the ones nested in it in a single walk. */
export function readTemplate(document: JsonDocument, parsed: ParsedTexts): Template {
  const template = emptyTemplate(document, document.root, parsed);
  new Walk(template, parsed).whole();
  return template;
}

/** While it is being read its lists grow; afterwards it is a `Template`. */
type Growing = Omit<GrowingLists, 'named'> & { readonly named: Map<string, TemplateValue[]> };

type GrowingLists = {
  -readonly [Key in keyof Template]: Template[Key] extends readonly (infer Item)[] ? Item[] : Template[Key];
};

function emptyTemplate(document: JsonDocument, place: JsonPlace, parsed: ParsedTexts): Growing {
  return {
    document,
    place,
    host: null,
    outerScope: null,
    isBicepOutput: textAt(place.node, 'metadata', '_generator', 'name') === 'bicep',
    parsed,
    parameters: [],
    variables: [],
    outputs: [],
    resources: [],
    nested: [],
    named: new Map(),
    evaluated: [],
    written: [],
    blanks: [],
  };
}

/** One pass over one template. What is being read stands in fields: a package has thousands of values. */
class Walk {
  readonly #template: Growing;
  readonly #parsed: ParsedTexts;
  #section = '';
  #resource: Resource | null = null;

  constructor(template: Growing, parsed: ParsedTexts) {
    this.#template = template;
    this.#parsed = parsed;
  }

  whole(): void {
    const root = this.#template.place;
    for (const member of membersOf(root.node)) {
      this.#section = member.name.toLowerCase();
      const value = this.#member(root, member);
      if (this.#section === 'resources') this.#resources(value, null);
      else this.#below(value);
      if (this.#section === 'parameters') this.#template.parameters.push(...declarationsIn(value));
      if (this.#section === 'outputs') this.#template.outputs.push(...declarationsIn(value));
      if (this.#section === 'variables') this.#template.variables.push(...variablesIn(value));
    }
  }

  /** An array, or an object of symbolic names; members and items are resources alike. */
  #resources(list: TemplateValue, parent: Resource | null): void {
    const outer = this.#resource;
    for (const place of childPlaces(list)) {
      const resource = resourceAt(place, parent);
      this.#template.resources.push(resource);
      this.#resource = resource;
      for (const member of membersOf(place.node)) this.#partOf(resource, member);
    }
    this.#resource = outer;
  }

  #partOf(resource: Resource, member: JsonMember): void {
    const value = this.#member(resource.place, member);
    if (value.name === 'resources') this.#resources(value, resource);
    else if (value.name === 'properties' && resource.type === deploymentType)
      this.#deployment(resource, value);
    else this.#below(value);
  }

  #deployment(resource: Resource, properties: TemplateValue): void {
    for (const member of membersOf(properties.node)) {
      const isTemplate = member.name.toLowerCase() === 'template' && member.value.kind === 'object';
      if (isTemplate) this.#nested(resource, placeOfMember(properties, member));
      else this.#below(this.#member(properties, member));
    }
  }

  #nested(resource: Resource, place: JsonPlace): void {
    const outer = this.#template;
    const template = emptyTemplate(outer.document, place, this.#parsed);
    template.host = { template: outer, resource };
    const scope = textAt(resource.place.node, 'properties', 'expressionEvaluationOptions', 'scope');
    if (scope?.toLowerCase() !== 'inner') template.outerScope = scopeOf(outer);
    outer.nested.push(template);
    new Walk(template, this.#parsed).whole();
  }

  #below(parent: TemplateValue): void {
    const { node } = parent;
    if (node.kind === 'object') {
      for (const member of node.members) this.#below(this.#member(parent, member));
    } else if (node.kind === 'array') {
      for (const [index, item] of node.items.entries()) this.#below(this.#item(parent, item, index));
    }
  }

  #member(parent: JsonPlace, { name: key, offset, value: node }: JsonMember): TemplateValue {
    const value = {
      node,
      parent,
      key,
      offset,
      name: key.toLowerCase(),
      section: this.#section,
      resource: this.#resource,
      expression: this.#expressionOf(node),
    };
    if (isBlank(node)) this.#template.blanks.push(value);
    return this.#kept(value);
  }

  #item(parent: TemplateValue, node: JsonNode, key: number): TemplateValue {
    return this.#kept({
      node,
      parent,
      key,
      offset: node.offset,
      name: parent.name,
      section: this.#section,
      resource: this.#resource,
      expression: this.#expressionOf(node),
    });
  }

  #kept(value: TemplateValue): TemplateValue {
    const { named, written, evaluated } = this.#template;
    if (value.resource !== null) {
      const ofName = named.get(value.name);
      if (ofName === undefined) named.set(value.name, [value]);
      else ofName.push(value);
    }
    if (isEvaluated(value)) evaluated.push(value);
    else if (value.node.kind === 'text') written.push(value);
    return value;
  }

  #expressionOf(node: JsonNode): ParsedExpression | null {
    if (node.kind !== 'text' || !isExpression(node.value)) return null;
    const known = this.#parsed.get(node.value);
    if (known !== undefined) return known;
    const parsed = parseExpression(node.value);
    this.#parsed.set(node.value, parsed);
    return parsed;
  }
}

const isEvaluated = (value: TemplateValue): value is EvaluatedValue => value.expression !== null;

function isBlank(node: JsonNode): boolean {
  switch (node.kind) {
    case 'null':
      return true;
    case 'text':
      return node.value === '';
    case 'array':
      return node.items.length === 0;
    case 'object':
      return node.members.length === 0;
    case 'number':
    case 'boolean':
      return false;
  }
}

const placeOfMember = (parent: JsonPlace, { name, offset, value }: JsonMember): JsonPlace => ({
  node: value,
  parent,
  key: name,
  offset,
});

function resourceAt(place: JsonPlace, parent: Resource | null): Resource {
  const { node } = place;
  const own = (textAt(node, 'type') ?? '').toLowerCase();
  const isWhole = own.includes('.') || parent === null;
  const existing = valueOf(node, 'existing');
  return {
    place,
    type: isWhole ? own : `${parent.type}/${own}`,
    parent,
    isExisting: existing?.kind === 'boolean' && existing.value,
  };
}

function declarationsIn(value: JsonPlace): readonly Declaration[] {
  if (value.node.kind !== 'object') return [];
  return childPlaces(value).map((place) => ({ name: String(place.key), place }));
}

/** `copy` beside the variables makes one of each of its items. */
function variablesIn(value: JsonPlace): readonly Declaration[] {
  return declarationsIn(value).flatMap((declaration) => {
    const { name, place } = declaration;
    return name.toLowerCase() === 'copy' && place.node.kind === 'array' ? copiesIn(place) : [declaration];
  });
}

function copiesIn(list: JsonPlace): readonly Declaration[] {
  return childPlaces(list).flatMap((place) => {
    const name = textOf(valueAt(place.node, 'name'));
    return name === undefined ? [] : [{ name, place: placeOf(place, 'input') ?? place }];
  });
}
