import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../src/domain/certification/finding';
import type { Rule } from '../../../src/domain/certification/rule';
import { packageRuleSetFor, ruleSetVersionOf } from '../../../src/domain/certification/rule-set-version';
import { describedRules } from '../../../src/domain/certification/rule-index';
import { allRules, sourceRules } from '../../../src/domain/certification/rule-table';
import { certificationTexts } from '../../../src/domain/certification/rule-texts';
import { runRules } from '../../../src/domain/certification/run-rules';
import type { SourceRefusal } from '../../../src/domain/certification/source-facts';
import { describedOfferRules } from '../../../src/domain/offer/rules/described-rules';
import { offerRuleSet } from '../../../src/domain/offer/validate-offer';
import { findingTexts } from '../../../src/domain/text/findings/findings';
import { languages } from '../../../src/domain/text/language';

const rules = join(__dirname, '../../../src/domain/certification/rules');

/** The rules of each set, and what they rest on. */
const imageSources: readonly string[] = [
  'sas',
  'source',
  'virtual-machine',
  'guest',
  '../fixed-disk.ts',
  '../sizes.ts',
  '../tells-partitions.ts',
];
const packageSources: readonly string[] = [
  'sas',
  'package-source',
  'package-url',
  'azure-application',
  '../../arm-template',
  '../../create-ui',
  '../entry-name-flaw.ts',
  '../managed-application.ts',
  '../package-content-schema.ts',
  '../package-entries.ts',
  '../package-facts.ts',
  '../package-limits.ts',
  '../package-roles.ts',
  '../sizes.ts',
  '../suspicious-ratio.ts',
  '../template-rule.ts',
  '../whole-package.ts',
];
const offerSources: readonly string[] = ['sas', 'listing', '../listing', '../../offer/rules'];

describe('the rule table', () => {
  it('lists every rule that a file of rules/ has', async () => {
    const listed = new Set(allRules.map(({ id }) => id));

    const found = await Promise.all(sourcesIn(rules).map(async (name) => rulesIn(await import(name))));

    expect(found.flat().filter((id) => !listed.has(id))).toEqual([]);
    expect(new Set(found.flat()).size).toBe(listed.size);
  });

  it('gives every id and every alias to one rule only, whatever the case of their letters', () => {
    const names = describedRules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    const plain = names.map((name) => name.toLowerCase());

    expect(plain.filter((name, index) => plain.indexOf(name) < index)).toEqual([]);
    expect(describedRules.map(({ id }) => id).filter((id) => !/^[a-z]+(?:[.-][a-z0-9]+)+$/.test(id))).toEqual(
      [],
    );
  });

  it.each(describedRules.map((rule) => [rule.id, rule] as const))(
    'says all there is to say of %s',
    (_id, rule) => {
      const { title, rationale, limits, policy, message, fix } = rule;

      expect(title).toMatch(/^\S.{9,98}[^.\s]$/);
      expect(rationale).toMatch(/^\S.{29,}[.]$/s);
      expect(policy).toMatch(/^(?:100|200|220|300)\.\d{1,2}(?:\.\d{1,2})?$/);
      for (const text of [message, fix, ...(limits === undefined ? [] : [limits])]) {
        expect(languages.filter((language) => text[language].length <= 5)).toEqual([]);
        for (const language of languages)
          expect(placeholdersOf(text[language])).toEqual(placeholdersOf(text.en));
      }
    },
  );

  it('describes every rule of the offer document that has words, and no other', () => {
    const worded = Object.keys(findingTexts).filter((id) => id.startsWith('offer.'));

    expect(describedOfferRules.map(({ id }) => id).toSorted()).toEqual(worded.toSorted());
  });

  /** To cure a failure here: raise the version where it stands, then put version and digest in. */
  it.each([
    [ruleSetVersionOf('dataDisk'), 'dataDisk@2026-11-23.2', imageSources, '0aebfc11f4813d7a'],
    [packageRuleSetFor(null), 'package@2026-11-23.2', packageSources, 'c62429157c6dfb1b'],
    [offerRuleSet, 'offer/9', offerSources, 'b4299de323ad3a02'],
  ])('is no longer %s when a rule changes: no report of older rules is found again', (...row) => {
    const [version, expected, sources, digest] = row;

    expect([version, digestOf(sources)]).toEqual([expected, digest]);
  });
});

describe('the source rules', () => {
  it.each<[SourceRefusal, string, string]>([
    ['notFound', 'sas.source.not-found', 'Not able to download blob using provided SAS Uri. Blob not found'],
    ['unauthorised', 'sas.source.unauthorised', 'using provided SAS Uri due to authorization error.'],
    ['badUrl', 'sas.source.incorrect-url', 'using provided SAS Uri due to incorrect SAS URL.'],
    ['blocked', 'sas.source.blocked', 'is not fetched'],
    ['changed', 'sas.source.changed', 'Blob in use'],
  ])('answer %s with the failure that publishers know', (reason, ruleId, text) => {
    const findings = runRules({ kind: 'refused', reason, status: 403, detail: 'x' }, sourceRules);

    expect(findings.map((finding) => finding.ruleId)).toEqual([ruleId]);
    expect(certificationTexts[ruleId]?.message.en).toContain(text);
  });

  it.each<[string, number, readonly string[]]>([
    ['PageBlob', 1024 ** 3 + 512, []],
    ['PageBlob', 1023 * 1024 ** 3 + 512, []],
    ['BlockBlob', 1024, ['sas.blob.page-blob']],
    ['', 1024, ['sas.blob.page-blob']],
    ['PageBlob', 0, ['sas.blob.length']],
    ['PageBlob', 1025, ['sas.blob.length']],
    ['PageBlob', 1024 ** 4, ['sas.blob.length']],
  ])('%s of %i bytes', (blobType, bytes, expected) => {
    const findings = runRules({ kind: 'found', blobType, bytes }, sourceRules);

    expect(findings.map(({ ruleId }) => ruleId)).toEqual(expected);
  });
});

describe('runRules', () => {
  const text = { en: '', es: '', ru: '', zh: '' };
  const rule = (id: string, check: Rule<number>['check']): Rule<number> => ({
    id,
    severity: 'warning',
    title: id,
    rationale: id,
    policy: '200.3',
    message: text,
    fix: text,
    check,
  });

  it('makes a finding about the rule of a rule that crashes, and goes on', () => {
    const crashing = rule('a', () => {
      throw new RangeError('secret');
    });
    const findings = runRules(1, [crashing, rule('b', () => [{ actual: '1' }])], { plan: 'small' });

    expect(findings).toEqual([
      {
        ruleId: 'certification.rule-crashed',
        severity: 'reviewRequired',
        params: { rule: 'a', problem: 'RangeError' },
        target: { plan: 'small' },
      },
      {
        ruleId: 'b',
        severity: 'warning',
        policy: '200.3',
        params: {},
        target: { plan: 'small' },
        actual: '1',
      },
    ]);
    expect(judge(findings)).toBe('reviewRequired');
  });
});

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => join(folder, name));
}

function rulesIn(exported: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.values(exported).flatMap((value) => (isRule(value) ? [value.id] : []));
}

function isRule(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && 'check' in value;
}

function sourcesAt(path: string): readonly string[] {
  return path.endsWith('.ts') ? [path] : sourcesIn(path);
}

/** Words do not judge, so their changes do not count. */
function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of sources.map((source) => join(rules, source)).flatMap(sourcesAt)) {
    hash.update(
      readFileSync(name, 'utf8')
        // First, while a rationale is followed by another field: behind a gap it would take what a rule does with it.
        .replace(/^ {2,4}(title|rationale):.*?,\n(?= {2,4}\w)/gms, '')
        .replace(/^ {2}(message|fix|limits): \{.*?^ {2}\},$/gms, ''),
    );
  }
  return hash.digest('hex').slice(0, 16);
}
