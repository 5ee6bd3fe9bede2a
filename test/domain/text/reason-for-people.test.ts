import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonForPeople, toldErrors } from '../../../src/domain/text/reason-for-people';
import { BlobStoreError } from '../../../src/services/blob-storage/blob-store-error';

const src = join(__dirname, '../../../src');

it.each([
  ['an error of ours', new BlobStoreError('eastus', 'Storage account eastus refused to write a page.')],
  [
    'the same, as a workflow gets it',
    { type: 'BlobStoreError', message: 'Storage account eastus refused to write a page.' },
  ],
])('tells what %s says', (_what, error) => {
  expect(reasonForPeople(error)).toBe('Storage account eastus refused to write a page.');
});

it.each([
  ['a driver', new Error('connect ECONNREFUSED 10.0.3.7:5432')],
  [
    'a driver, as a workflow gets it',
    { type: 'DatabaseError', name: 'BlobStoreError', message: 'role "offers"' },
  ],
  ['several addresses', new AggregateError([new Error('connect ECONNREFUSED ::1:5432')])],
  ['something that is no error', 'password authentication failed'],
  ['nothing', undefined],
])('keeps what %s says from publishers', (_what, error) => {
  expect(reasonForPeople(error)).toBe('');
});

it('names errors that there are', () => {
  const sources = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && file.name !== 'reason-for-people.ts')
    .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');

  const missing = toldErrors.filter(
    (name) => !sources.includes(`class ${name} extends Error`) && !sources.includes(`type: '${name}'`),
  );

  expect(missing).toEqual([]);
});
