/** Everything that a mail says to whoever reads it: as it came, and with its parts and headers decoded. */
export const readableMail = (raw: string): string =>
  [raw, quotedPrintable(raw), ...base64Parts(raw), ...encodedWords(raw)].join('\n');

const quotedPrintable = (text: string): string => decoded(text.replace(/=\r?\n/g, ''));

/** Of the body's parts; what stands before the empty line are the part's headers. */
const base64Parts = (raw: string): readonly string[] =>
  [
    ...raw.matchAll(/Content-Transfer-Encoding: base64\r?\n(?:[^\r\n]+\r?\n)*\r?\n([A-Za-z\d+/=\r\n]+)/gi),
  ].map(([, part = '']) => fromBase64(part));

/** RFC 2047; a long header is several words, which readers see as one. */
function encodedWords(raw: string): readonly string[] {
  const joined = raw.replace(/\?=\r?\n[ \t]+=\?[\w-]+\?[BQ]\?/gi, '');
  return [...joined.matchAll(/=\?[\w-]+\?([BQ])\?([^?]*)\?=/gi)].map(([, encoding = '', text = '']) =>
    encoding.toUpperCase() === 'B' ? fromBase64(text) : decoded(text.replaceAll('_', ' ')),
  );
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8');

function decoded(text: string): string {
  const bytes = text.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
