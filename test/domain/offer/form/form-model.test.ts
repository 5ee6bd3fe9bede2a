import { draftTemplate } from '../../../../src/domain/offer/form/draft-template';
import { offerTypeIds } from '../../../../src/domain/offer/document';
import type { FormNode } from '../../../../src/domain/offer/form/form';
import { offerJsonSchema } from '../../../../src/domain/offer/form/offer-json-schema';
import { formOf } from '../../../../src/domain/offer/form/offer-forms-schema';
import { blocksOf, editorSections } from '../../../../src/domain/offer/form/sections';
import { pointerOf, valueAt } from '../../../../src/domain/offer/pointer';
import { validateOffer } from '../../../../src/domain/offer/validate-offer';
import type { Path } from '../../../../src/domain/offer/walk';
import { entryNames } from '../../../../src/domain/text/fields/entry-names';
import { fieldHelps } from '../../../../src/domain/text/fields/field-help';
import { languages } from '../../../../src/domain/text/language';
import { fieldLabels } from '../../../../src/domain/text/fields/offer-fields';
import { coreBuckets } from '../../../../src/domain/offer/prices';
import { changed, goodOffer, now } from '../good-offer';

const offerType = 'microsoft-azure-virtualmachines';
const form = formOf(offerType);

type Row = readonly [field: string, control: string, required: boolean, section: string];
it.each<Row>([
  ['displayText', 'text', false, 'offerSettings'],
  ['title', 'text', true, 'overview'],
  ['longSummary', 'longText', true, 'overview'],
  ['description', 'html', true, 'overview'],
  ['smallLogo', 'url', true, 'artwork'],
  ['videos', 'json', false, 'artwork'],
  ['allowedSubscriptions', 'lines', true, 'preview'],
  ['useEnterpriseContract', 'switch', false, 'legal'],
  ['supportContactEmail', 'email', true, 'support'],
  ['leadDestination', 'choice', false, 'leads'],
  ['storageAccountConnectionString', 'secret', false, 'leads'],
  ['httpsEndpointUrl', 'secret', false, 'leads'],
])('makes a field of %s: %s', (name, control, required, section) => {
  const block = blocksOf(form, goodOffer()).find(({ node }) => node.label === name);

  expect(block?.node).toMatchObject({ kind: 'field', control, required, section });
});

it('makes lists of plans, image versions, data disks, ports, links, screenshots and customers', () => {
  const lists = nodesIn(form.root).filter(({ kind }) => kind === 'rows' || kind === 'entries');

  expect(lists.map(({ label, kind }) => `${kind} ${label}`).sort()).toEqual([
    'entries vmImages',
    'rows categoryMap',
    'rows lunVhdDetails',
    'rows openPorts',
    'rows plans',
    'rows restrictedAudience',
    'rows screenshots',
    'rows usefulLinks',
  ]);
});

it('lets disks and pictures be uploaded, and nothing else', () => {
  const uploads = nodesIn(form.root).flatMap((node) =>
    node.kind === 'field' && node.upload !== undefined ? [`${node.upload} ${node.label}`] : [],
  );

  expect([...new Set(uploads)].sort()).toEqual([
    'disk osVhdUrl',
    'disk vhdUrl',
    'logo heroLogo',
    'logo largeLogo',
    'logo mediumLogo',
    'logo screenshot',
    'logo smallLogo',
    'logo wideLogo',
  ]);
});

it('offers a price for each of the 25 machine sizes', () => {
  const table = nodesIn(form.root).find((node) => node.kind === 'group' && node.table === true);

  expect(table?.kind === 'group' && table.fields.map(({ key }) => key)).toEqual(coreBuckets);
});

it('shows every part of the form in some section', () => {
  const shown: readonly string[] = Object.values(editorSections).flat();

  const hidden = blocksOf(form, goodOffer()).filter(({ node }) => !shown.includes(node.section));

  expect(hidden.map(({ path }) => pointerOf(path))).toEqual([]);
});

it('has a name for every field and list in four languages, and help in all of them or none', () => {
  // A group is shown by its fields; machine sizes are the same in every language.
  const shown = everyNode.filter((node) => node.kind !== 'group' || node.table === true);
  const labels = shown.map(({ label }) => label).filter((label) => !coreBuckets.includes(label));
  const lists = everyNode.filter(({ kind }) => kind === 'rows' || kind === 'entries');

  for (const label of labels) expect(Object.keys(fieldLabels)).toContain(label);
  for (const { label } of lists) expect(Object.keys(entryNames)).toContain(label);
  for (const text of [...Object.values(fieldHelps), ...Object.values(entryNames)]) {
    for (const language of languages) expect(text[language]).toMatch(/\S/);
  }
});

it('has no help for a field that is not there', () => {
  const labels = everyNode.flatMap((node) => [
    node.label,
    ...(node.kind === 'group' && node.companion !== undefined ? [node.companion.label] : []),
  ]);

  expect(Object.keys(fieldHelps).filter((label) => label !== 'id' && !labels.includes(label))).toEqual([]);
});

describe('a template', () => {
  const template = draftTemplate(form, { publisherId: 'contoso', offerId: 'linux-vm', offerType });
  const placeholders = emptyPlaces(template);

  it('is checked to name exactly what stands in it empty', () => {
    const findings = validateOffer(template, { now, trustedOrigins: [] });

    expect(new Set(findings.map(({ target }) => target.pointer))).toEqual(
      new Set(placeholders.map(pointerOf)),
    );
    expect(findings).toHaveLength(placeholders.length);
    const kinds = [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
    expect(kinds).toEqual(['offer.field-missing', 'offer.list-empty', 'offer.price-missing']);
    expect(findings.length).toBeGreaterThan(15);
  });

  it('can be published once its empty places are filled in', () => {
    const good = goodOffer();

    const filled = placeholders.reduce((document, path) => {
      const value = path.at(-1) === 'single' ? 0.05 : valueAt(good, pointerOf(path));
      return changed(document, path, value);
    }, template);

    expect(validateOffer(filled, { now, trustedOrigins: [] })).toEqual([]);
  });
});

it.each(offerTypeIds)('gives a template of every type that says what it is: %s', (type) => {
  const template = draftTemplate(formOf(type), {
    publisherId: 'contoso',
    offerId: 'new',
    offerType: type,
  });

  const findings = validateOffer(template, { now, trustedOrigins: [] });

  expect(template).toMatchObject({ offerTypeId: type, definition: { offer: {} } });
  // Offers of words alone have none.
  const hasPlans = nodesIn(formOf(type).root).some(({ label }) => label === 'planId');
  expect(valueAt(template, '/definition/plans/0/planId')).toBe(hasPlans ? '' : undefined);
  expect(findings.filter(({ ruleId }) => ruleId === 'offer.field-missing').length).toBeGreaterThan(15);
});

it.each(languages)('describes the document as JSON Schema with names and help (%s)', (language) => {
  const schema = offerJsonSchema(offerType, language);

  const text = JSON.stringify(schema);
  expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
  expect(text).toContain(`"title":"${fieldLabels['title']?.[language]}"`);
  expect(text).toContain(`"description":"${fieldHelps['summary']?.[language]}"`);
  expect(text).not.toMatch(/"(section|control|label|upload|counter|choices)":("|true)/);
});

const everyNode = offerTypeIds.flatMap((type) => nodesIn(formOf(type).root));
/** Where a value is there without saying anything. */
function emptyPlaces(value: unknown, path: Path = []): readonly Path[] {
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyPlaces(inner, [...path, key]));
}

it('tells editors how long a text may be and how many entries a list takes', () => {
  const text = JSON.stringify(offerJsonSchema(offerType, 'en'));

  expect(text).toMatch(/"microsoft-azure-marketplace\.title":\{[^{}]*"maxLength":50\b/);
  expect(text).toMatch(/"microsoft-azure-virtualmachines\.osType":\{(?:[^{}]|\{[^{}]*\})*"maxLength":100\b/);
  expect(text).toMatch(
    /"microsoft-azure-marketplace\.allowedSubscriptions":\{(?:[^{}]|\{[^{}]*\})*"maxItems":100\b/,
  );
});

function nodesIn(node: FormNode): readonly FormNode[] {
  switch (node.kind) {
    case 'field':
      return [node];
    case 'group':
      return [node, ...node.fields.flatMap(nodesIn)];
    case 'rows':
      return [
        node,
        ...nodesIn(node.item),
        ...(node.objectItem === undefined ? [] : nodesIn(node.objectItem)),
      ];
    case 'entries':
      return [node, ...nodesIn(node.item)];
  }
}
