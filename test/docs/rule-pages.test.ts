import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './documents';
import { rulePages } from './rule-pages';

const pages = rulePages();

/** To cure a failure here: npm run docs:rules */
it('says of every rule what the rule says', () => {
  const stale = [...pages].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });

  expect(stale.map(([path]) => path)).toEqual([]);
});

it('has no page of a rule that is gone', () => {
  const files = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);

  expect(files.filter((path) => !pages.has(path))).toEqual([]);
});
