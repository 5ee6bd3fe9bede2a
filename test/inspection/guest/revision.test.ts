import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { guestFactsSchema } from '../../../src/domain/certification/guest-facts-schema';
import { imageFactsSchema } from '../../../src/domain/certification/image-facts-schema';

const inspection = join(__dirname, '../../../src/inspection');

/**
 * Facts are kept with the artefact, and found again while their revision is the same. To cure a failure here: raise the
 * revision in the schema where another answer could come out, then put revision and digest in.
 */
it.each([
  [
    'guest',
    guestFactsSchema.shape.revision.value,
    7,
    ['guest', 'partitions/file-system-kind.ts'],
    '34192333966d5aac',
  ],
  [
    'image',
    imageFactsSchema.shape.revision.value,
    5,
    ['partitions', 'image-inspection.ts'],
    'dd59c8633471764d',
  ],
])('the facts of revision %s are gathered anew when their inspection changes', (...row) => {
  const [, revision, expected, sources, digest] = row;

  expect([revision, digestOf(sources)]).toEqual([expected, digest]);
});

function digestOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesAt)) hash.update(path).update(readFileSync(join(inspection, path)));
  return hash.digest('hex').slice(0, 16);
}

function filesAt(path: string): readonly string[] {
  if (path.endsWith('.ts')) return [path];
  const names = readdirSync(join(inspection, path), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => `${path}/${name}`);
}
