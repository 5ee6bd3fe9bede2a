import type { PackageFacts } from '../certification/package-facts';
import { type ParsedTexts, readTemplate } from './read-template';
import type { Template } from './template';

/** Every template of a package, nested ones right after the one they stand in. Read once, whoever asks. */
export function templatesOf(facts: PackageFacts): readonly Template[] {
  const known = alreadyRead.get(facts);
  if (known !== undefined) return known;
  const parsed: ParsedTexts = new Map();
  const templates = facts.templates.map((document) => readTemplate(document, parsed)).flatMap(withNested);
  alreadyRead.set(facts, templates);
  return templates;
}

/** Facts never change, so what was read from them stays true as long as anybody holds them. */
const alreadyRead = new WeakMap<PackageFacts, readonly Template[]>();

const withNested = (template: Template): readonly Template[] => [
  template,
  ...template.nested.flatMap(withNested),
];
