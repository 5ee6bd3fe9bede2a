import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/domain/certification/finding';
import { offerTypeIds } from '../../../src/domain/offer/document';
import { schemaOf } from '../../../src/domain/offer/form/offer-forms-schema';
import { findingText, findingTexts } from '../../../src/domain/text/findings/findings';
import { languages } from '../../../src/domain/text/language';
import { fieldLabels } from '../../../src/domain/text/fields/offer-fields';
import { findingExamples } from '../../../src/domain/text/examples/finding-examples';

const finding = (ruleId: string, more: Partial<Finding> = {}): Finding => ({
  ruleId,
  severity: 'error',
  params: {},
  target: {},
  ...more,
});

const src = join(__dirname, '../../../src');

/** Every rule id written down in the code that makes findings: `<family>.<words-with-hyphens>`. */
function ruleIdsInCode(): readonly string[] {
  const folders = ['domain/offer', 'domain/product-page', 'domain/replication', 'workflows', 'activities'];
  const sources = folders.flatMap((folder) =>
    readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(src, folder, name), 'utf8')),
  );
  const ids = sources.flatMap((source) =>
    [...source.matchAll(/'((?:offer|publication|lead|replication|package)\.[a-z]+(?:-[a-z]+)+)'/g)].map(
      ([, id = '']) => id,
    ),
  );
  return [...new Set(ids)].toSorted();
}

const placeholders = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted();

describe('findingText', () => {
  it.each(ruleIdsInCode())('has words for %s', (ruleId) => {
    expect(Object.keys(findingTexts)).toContain(ruleId);
  });

  it.each(Object.keys(findingTexts))('says %s in every language, with the same facts', (ruleId) => {
    const { message, fix } = findingTexts[ruleId]!;

    for (const text of [message, fix]) {
      expect(Object.keys(text).toSorted()).toEqual([...languages].toSorted());
      for (const language of languages) {
        expect(text[language].trim()).not.toBe('');
        expect(placeholders(text[language])).toEqual(placeholders(text.en));
      }
    }
  });

  it('has an example of every rule', () => {
    expect(findingExamples.map(({ ruleId }) => ruleId).toSorted()).toEqual(
      Object.keys(findingTexts).toSorted(),
    );
  });

  it.each(findingExamples.map((example) => [example.ruleId, example] as const))(
    'says %s with all its facts, and leaves no gap',
    (ruleId, example) => {
      const { message, fix } = findingTexts[ruleId]!;
      const known = ['field', 'picture', 'activity', ...Object.keys(example), ...Object.keys(example.params)];

      expect(known).toEqual(expect.arrayContaining(placeholders(message.en + fix.en) as string[]));
      for (const language of languages) {
        const words = findingText(example, language);
        expect(`${words.message} ${words.fix}`).not.toMatch(/[{}]|undefined|\s-[.;,\s]/);
      }
    },
  );

  it('names pictures and work as people do', () => {
    const logo = finding('package.picture-unavailable', { params: { picture: 'largeLogo', detail: '404' } });
    const copying = finding('publication.dependency-failed', {
      params: { activity: 'replicate', reason: 'busy' },
    });

    expect(findingText(logo, 'en').message).toBe(
      'The picture "Large logo (115 x 115)" could not be fetched: 404',
    );
    expect(findingText(copying, 'ru').message).toContain('(Подготовка). busy');
    const untold = finding('publication.dependency-failed', {
      params: { activity: 'replicate', reason: '' },
    });
    expect(findingText(untold, 'en').message).toBe(
      'A service this publication needs did not answer (Provisioning).',
    );
  });

  it('fills in params, expected and actual, and names the field as the Editor does', () => {
    const tooLong = finding('offer.field-too-long', { params: { field: 'title', length: 57, limit: 50 } });

    expect(findingText(tooLong, 'en')).toEqual({
      message: '"Title" has 57 characters; at most 50 are allowed.',
      fix: 'Shorten "Title" in the Editor and publish again.',
      docs: '/docs/rules#offer.field-too-long',
    });
    expect(findingText(tooLong, 'zh').message).toBe('“标题”有 57 个字符；最多允许 50 个。');
  });

  it('shows a field nobody named by its key', () => {
    const { message } = findingText(
      finding('offer.field-missing', { params: { field: 'constructor' } }),
      'en',
    );

    expect(message).toBe('"constructor" is missing.');
  });

  it.each(['brand.new-rule', 'toString', '__proto__'])('shows an unknown rule by its id: %s', (ruleId) => {
    expect(findingText(finding(ruleId), 'es')).toEqual({ message: ruleId, fix: '' });
  });
});

describe('field labels', () => {
  it('exist in every language for every label the schemas name', () => {
    const labels = new Set(offerTypeIds.flatMap((type) => [...labelsIn(schemaOf(type), new Set())]));

    expect(labels.size).toBeGreaterThan(65);
    for (const label of labels) {
      expect(Object.keys(fieldLabels)).toContain(label);
      for (const language of languages) expect(fieldLabels[label]?.[language]).toMatch(/\S/);
    }
  });
});

type Node = {
  readonly meta?: () => { readonly label?: unknown } | undefined;
  readonly _zod?: { readonly def: object };
};

/** Walks a schema through whatever its definition holds: objects, lists, records, wrappers. */
function labelsIn(node: unknown, seen: Set<unknown>): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return new Set();
  seen.add(node);
  const schema = node as Node;
  const label = schema.meta?.()?.label;
  const inside = schema._zod === undefined ? Object.values(node) : [schema._zod.def];
  const labels = inside.flatMap((part: unknown) => [...labelsIn(part, seen)]);
  return new Set(typeof label === 'string' ? [label, ...labels] : labels);
}
