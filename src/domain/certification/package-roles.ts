import { itemsOf, membersOf, textAt, valueAt } from '../json/read-json';
import { rootPlace } from '../json/json-place';
import type { JsonNode } from '../json/json-tree';
import type { JsonDocument, PackageFacts, PackageFile } from './package-facts';
import { namesIn } from './package-names';

/** What was read, before anybody asks which file is what. */
export type ReadPackage = Pick<PackageFacts, 'form' | 'files' | 'entries' | 'faults' | 'archiveBytes'>;

/** Finds the files that play a part, by what is in them. */
export function packageFactsOf(read: ReadPackage, trackingId: string | null = null): PackageFacts {
  const documents = read.files.flatMap((file) => documentsOf(file, read.form));
  const ofRole = (role: PackageRole): readonly JsonDocument[] =>
    documents.filter((each) => each.role === role).map(({ document }) => document);
  const templates = ofRole('template');
  const mainTemplate = mainOf(templates, read);
  return {
    ...read,
    mainTemplate,
    templates: [
      ...templates.filter((each) => each === mainTemplate),
      ...templates.filter((each) => each !== mainTemplate),
    ],
    createUi: isUnread(read, createUiName) ? null : (nearestToRoot(ofRole('createUi'))[0] ?? null),
    parameterFiles: ofRole('parameters'),
    trackingId,
  };
}

type PackageRole = 'template' | 'createUi' | 'parameters';

type Documented = { readonly role: PackageRole; readonly document: JsonDocument };

function documentsOf({ path, json }: PackageFile, form: PackageFacts['form']): readonly Documented[] {
  if (json === null || json.tree === null) return [];
  const role = roleByContent(json.tree) ?? roleByName(path, form);
  if (role === undefined) return [];
  return [{ role, document: { path, root: rootPlace(json.tree), lineStarts: json.lineStarts } }];
}

function roleByContent(tree: JsonNode): PackageRole | undefined {
  const schema = textAt(tree, '$schema') ?? '';
  if (/createuidefinition/i.test(schema)) return 'createUi';
  if (/deploymentparameters/i.test(schema)) return 'parameters';
  if (/deploymenttemplate/i.test(schema)) return 'template';
  if (looksLikeCreateUi(tree)) return 'createUi';
  if (valueAt(tree, 'resources') !== undefined) return 'template';
  const parameters = membersOf(valueAt(tree, 'parameters')).map(({ value }) => value);
  if (parameters.some((each) => textAt(each, 'type') !== undefined)) return 'template';
  const hasValue = (each: JsonNode): boolean =>
    valueAt(each, 'value') !== undefined || valueAt(each, 'reference') !== undefined;
  return parameters.some(hasValue) ? 'parameters' : undefined;
}

function looksLikeCreateUi(tree: JsonNode): boolean {
  const parts = ['basics', 'steps'].map((name) => itemsOf(valueAt(tree, 'parameters', name)));
  return valueAt(tree, 'handler') !== undefined || parts.some(({ length }) => length > 0);
}

/** Only where the content does not tell: a file that says what it is under another name is what it says. */
function roleByName(path: string, form: PackageFacts['form']): PackageRole | undefined {
  const name = path.toLowerCase();
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (base.endsWith('.parameters.json')) return 'parameters';
  const isAtRoot = base === name || form === 'file';
  if (isAtRoot && base === createUiName) return 'createUi';
  return isAtRoot && mainNames.includes(base) ? 'template' : undefined;
}

/** The marketplace's name first, then the one most repositories of templates use. */
const mainNames = ['maintemplate.json', 'azuredeploy.json'];

const createUiName = 'createuidefinition.json';

/** The template that the definition's outputs are handed to; null where nobody can tell which. */
function mainOf(templates: readonly JsonDocument[], read: ReadPackage): JsonDocument | null {
  for (const name of mainNames) {
    if (isUnread(read, name)) return null;
    const named = templates.find(({ path }) => path.toLowerCase() === name);
    if (named !== undefined) return named;
  }
  return (templates.length === 1 ? templates[0] : undefined) ?? null;
}

/** Whether the root has a file of this name that nobody could read: no other one stands in for it. */
function isUnread(read: ReadPackage, wanted: string): boolean {
  const file = read.files.find(({ path }) => path.toLowerCase() === wanted);
  if (file === undefined) return namesIn(read).some((path) => path.toLowerCase() === wanted);
  return file.json?.tree === null;
}

function nearestToRoot(documents: readonly JsonDocument[]): readonly JsonDocument[] {
  const depth = ({ path }: JsonDocument): number => path.split('/').length;
  return documents.toSorted((one, other) => depth(one) - depth(other));
}
