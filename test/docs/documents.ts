import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

export type Document = {
  /** From the checkout's root, e.g. `docs/STYLE.md`. */
  readonly path: string;
  readonly text: string;
};

/** Every document that people read. */
export function documents(): readonly Document[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`);
  return ['README.md', 'CHANGELOG.md', ...inDocs.toSorted()].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

export type Fence = { readonly language: string; readonly lines: readonly string[] };

/** The fenced blocks of a document, in order. */
export function fencesOf({ text }: Document): readonly Fence[] {
  return [...text.matchAll(/^```(\S*)\n(.*?)^```$/gms)].map(([, language = '', body = '']) => ({
    language,
    lines: body.replace(/\n$/, '').split('\n'),
  }));
}

/** What a reader can type: the lines of `sh` blocks, continued lines joined, without remarks. */
export function commandsOf(document: Document): readonly string[] {
  return fencesOf(document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ lines }) =>
      lines
        .join('\n')
        .replaceAll(/ *\\\n\s*/g, ' ')
        .split('\n'),
    )
    .map((line) => line.replace(/(^|\s+)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** The commands that a document says nobody runs for it, as inline code below its heading "Not run". */
export function notRunIn({ text }: Document): readonly string[] {
  const [, below = ''] = /^##+ Not run$(.*?)(?=^#|(?![\s\S]))/ms.exec(text) ?? [];
  return [...below.matchAll(/`([^`]+)`/g)].map(([, command = '']) => command);
}

/** Text without code, where words mean what they say. */
export const proseOf = ({ text }: Document): string =>
  text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, '');

/** Targets of links and images. */
export const linksOf = (document: Document): readonly string[] =>
  [...proseOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** What a heading can be linked by, as GitHub names it. */
export const anchorsOf = (document: Document): readonly string[] =>
  [...document.text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
