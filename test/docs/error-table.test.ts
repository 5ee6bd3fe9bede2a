import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const manual = readFileSync(join(root, 'docs/OPERATIONS.md'), 'utf8');

/** Answers to whoever asked, in words of their own; no operator meets their names. */
const answered = ['BadCursorError', 'DraftChangedError', 'IssuerSilentError', 'UnknownOfferTypeError'];

/** Names under which activities and services fail, as operators read them in the Temporal UI and in logs. */
const named: readonly RegExp[] = [
  /\btype: '([A-Z]\w+)'/g,
  /^  \| '([A-Z]\w+)'/gm,
  /\bnonRetryable\([^]{0,400}?,\s*'([A-Z]\w+)'/g,
  /\bretryable\([^]{0,400}?,\s*'([A-Z]\w+)'/g,
  /\bthis\.name = '([A-Z]\w+Error)'/g,
];

type Source = { readonly file: string; readonly text: string };

function sourcesIn(folder: string): readonly Source[] {
  const files = readdirSync(join(root, 'src', folder), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.ts'))
    .map(({ name, parentPath }) => ({ file: name, text: readFileSync(join(parentPath, name), 'utf8') }));
}

function errorNames(): readonly string[] {
  const sources = ['activities', 'services', 'workflows'].flatMap(sourcesIn);
  const found = sources.flatMap(({ text }) =>
    named.flatMap((each) => [...text.matchAll(each)].map(([, name]) => name)),
  );
  return [...new Set(found.filter((name) => name !== undefined))].toSorted();
}

it('says what to do about every error that an operator can meet', () => {
  const names = errorNames();

  expect(names).toEqual(expect.arrayContaining(['OwnFault', 'ReplicaDiffers', 'LogBehind', 'LogGapError']));
  expect(names.filter((name) => !answered.includes(name) && !manual.includes(`\`${name}\``))).toEqual([]);
});

it('has the permanent failures of all activities in one table', () => {
  const elsewhere = sourcesIn('activities').filter(({ text }) => /nonRetryable/.test(text));

  expect(elsewhere.map(({ file }) => file)).toEqual(['permanent-failure.ts']);
});
