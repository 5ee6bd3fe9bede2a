import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What an expression about `it`, a module for plain Node, comes to; plain Node runs it. */
export function inPlainNode(module: string, expression: string): unknown {
  const program = `
    import * as it from ${JSON.stringify(join(root, module))};
    console.log(JSON.stringify(${expression} ?? null));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  );
}
