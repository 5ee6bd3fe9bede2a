/** Faults of a page that a person with a screen reader, a phone or a keyboard would meet. Empty is good. */
export function accessibilityFaults(html: string): readonly string[] {
  return [
    ...missing(html, /^<!doctype html><html /, 'the page is read in quirks mode'),
    ...missing(html, /<html lang="[a-z]+"/, 'the page names no language'),
    ...missing(html, /<title>[^<]+<\/title>/, 'the page has no title'),
    ...missing(html, /<meta name="viewport"/, 'the page does not fit a phone'),
    ...missing(html, /<main [^>]*id="content"/, 'there is no main landmark'),
    ...missing(html, /<a class="skip" href="#content">/, 'there is no way past the header'),
    ...headingFaults(html),
    ...unlabelledFields(html),
    ...namelessThings(html),
    ...repeatedIds(html),
  ];
}

const missing = (html: string, wanted: RegExp, fault: string): readonly string[] =>
  wanted.test(html) ? [] : [fault];

function headingFaults(html: string): readonly string[] {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
  const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['there is not exactly one h1'];
  return levels.reduce<readonly string[]>(
    (seen, level, index) =>
      index > 0 && level > (levels[index - 1] ?? 0) + 1 ? [...seen, `h${level} skips a level`] : seen,
    faults,
  );
}

function unlabelledFields(html: string): readonly string[] {
  const labelled = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id));
  return [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)]
    .map(([tag]) => ({ tag, id: / id="([^"]+)"/.exec(tag)?.[1] }))
    .filter(({ tag, id }) => !labelled.has(id) && !/ aria-label="/.test(tag) && !/type="hidden"/.test(tag))
    .map(({ tag }) => `a field has no label: ${tag}`);
}

function namelessThings(html: string): readonly string[] {
  return [
    ...[...html.matchAll(/<img\b(?![^>]* alt=)[^>]*>/g)].map(([tag]) => `a picture has no alt text: ${tag}`),
    ...[...html.matchAll(/<(a|button)\b[^>]*>\s*<\/\1>/g)].map(([tag]) => `nothing to read in ${tag}`),
    ...[...html.matchAll(/<progress\b(?![^>]* aria-label=)[^>]*>/g)].map(
      ([tag]) => `a bar has no name: ${tag}`,
    ),
    ...[...html.matchAll(/<th(?![^>]* scope=)[ >]/g)].map(([tag]) => `a table heading heads nothing: ${tag}`),
  ];
}

function repeatedIds(html: string): readonly string[] {
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} is used twice`);
}

/** What stands in an attribute, as it was before it was escaped. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
