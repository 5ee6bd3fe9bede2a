import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../../../src/domain/certification/finding';
import type { Rule } from '../../../src/domain/certification/rule';
import { ruleSetVersionOf } from '../../../src/domain/certification/rule-set-version';
import { allRules, sourceRules } from '../../../src/domain/certification/rule-table';
import { certificationTexts } from '../../../src/domain/certification/rule-texts';
import { runRules } from '../../../src/domain/certification/run-rules';
import type { SourceRefusal } from '../../../src/domain/certification/source-facts';
import { languages } from '../../../src/domain/text/language';

const folder = join(__dirname, '../../../src/domain/certification');

describe('the rule table', () => {
  it('lists every rule once, each file of rules/ among them', () => {
    const files = ['sas', 'source', 'virtual-machine', 'package-source', 'package-structure', 'package-url']
      .flatMap((part) => readdirSync(join(folder, 'rules', part)))
      .filter((name) => name !== 'table.ts');
    const ids = allRules.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(files.length);
  });

  it('has words for every rule in every language, naming only what its findings carry', () => {
    const texts = Object.entries(certificationTexts);

    expect(texts.length).toBe(allRules.length + 1);
    for (const [id, { message, fix }] of texts) {
      for (const language of languages) {
        expect(`${id} ${message[language].length > 10}`).toBe(`${id} true`);
        expect(`${id} ${fix[language].length > 10}`).toBe(`${id} true`);
        expect([id, placeholdersOf(message[language])]).toEqual([id, placeholdersOf(message.en)]);
      }
    }
  });

  /** To cure a failure here: raise `revision` in rule-set-version.ts, then put both values in. */
  it('has another version when a rule changes, so that no report of older rules is found again', () => {
    expect([ruleSetVersionOf('dataDisk'), digestOfRules()]).toEqual([
      'dataDisk@2026-11-21.1',
      'cf4c69fd4e3269d7',
    ]);
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

/** Words do not judge, so their changes do not count. */
function digestOfRules(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(folder, 'rules'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) =>
      readFileSync(join(folder, 'rules', name), 'utf8').replace(/^ {2}(message|fix): \{.*?^ {2}\},$/gms, ''),
    );
  for (const source of sources) hash.update(source);
  return hash.digest('hex').slice(0, 16);
}
