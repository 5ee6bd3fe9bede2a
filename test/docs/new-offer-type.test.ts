import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, fencesOf, root } from './documents';

const page = documents().find(({ path }) => path === 'docs/NEW-OFFER-TYPE.md')!;
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Each file of an excerpt with the lines it is said to have got. */
const excerpts = fencesOf(page)
  .filter(({ language }) => language === 'diff')
  .flatMap(({ lines }) =>
    lines
      .join('\n')
      .split(/^(?=\+\+\+ )/m)
      .map((part): readonly [string, readonly string[]] => {
        const [head = '', ...added] = part.trimEnd().split('\n');
        return [head.replace('+++ b/', ''), added.map((line) => line.replace(/^\+/, ''))];
      }),
  );

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => `src/${path}`);

it.each(excerpts)('shows what stands in %s today', (path, lines) => {
  const text = read(path);

  let from = 0;
  for (const line of lines) {
    const found = text.indexOf(`${line}\n`, from);
    expect([line, found >= from]).toEqual([line, true]);
    from = found + line.length;
  }
});

it('names every file that knows of the type, so that nothing but data, schema, rules and texts does', () => {
  const own = ['src/domain/offer/consulting/', 'src/domain/offer/rules/consulting-'];
  const knowing = sources.filter((path) => /consulting/i.test(read(path)));

  expect(knowing.length).toBeGreaterThan(10);
  expect(
    knowing.filter((path) => !page.text.includes(path) && !own.some((folder) => path.startsWith(folder))),
  ).toEqual([]);
});

it('names every table that has a row for each type', () => {
  const tables = sources.filter(
    (path) => /Record<OfferTypeId,/.test(read(path)) && !/Partial<\s*Record<OfferTypeId/.test(read(path)),
  );

  expect(tables.length).toBeGreaterThan(4);
  expect(tables.filter((path) => !page.text.includes(path))).toEqual([]);
});
