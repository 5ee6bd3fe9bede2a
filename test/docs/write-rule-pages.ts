import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './documents';
import { rulePages } from './rule-pages';

// What no rule is behind any more goes, too.
const folder = join(root, 'docs/rules');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [path, text] of rulePages()) writeFileSync(join(root, path), text);
