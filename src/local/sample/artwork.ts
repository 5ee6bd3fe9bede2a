import sharp from 'sharp';

/** The sample's pictures by file name, drawn anew each time: PNGs of exactly the sizes the marketplace asks for. */
export async function drawSampleArtwork(): Promise<ReadonlyMap<SamplePicture, Buffer>> {
  const drawn = await Promise.all(
    pictures.map(async ({ name, svg }) => [name, await sharp(Buffer.from(svg)).png().toBuffer()] as const),
  );
  return new Map(drawn);
}

export type SamplePicture = 'small.png' | 'medium.png' | 'large.png' | 'wide.png' | 'screenshot.png';

/** The mark, in a square of 100: a terminal's prompt on a globe's meridians. No text, so no fonts are needed. */
const mark = `
  <rect x="4" y="4" width="92" height="92" rx="22" fill="url(#sky)"/>
  <g fill="none" stroke="#ffffff" stroke-opacity="0.28" stroke-width="3">
    <circle cx="50" cy="50" r="33"/><ellipse cx="50" cy="50" rx="14" ry="33"/><path d="M17 50h66"/>
  </g>
  <path d="M33 35l16 15-16 15" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M54 66h16" stroke="#ffd166" stroke-width="8" stroke-linecap="round"/>`;

const sky = `<defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
  <stop offset="0" stop-color="#1d6fb8"/><stop offset="1" stop-color="#0b2f5b"/></linearGradient></defs>`;

const bars = (widths: readonly number[]): string =>
  widths
    .map((width, row) => `<rect x="0" y="${row * 18}" width="${width}" height="8" rx="4" fill="#c9d8e8"/>`)
    .join('');

const square = (size: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">${sky}${mark}</svg>`;

const wide = `<svg xmlns="http://www.w3.org/2000/svg" width="255" height="115" viewBox="0 0 255 115">${sky}
  <rect width="255" height="115" fill="#eef4fa"/><g transform="translate(12 8)">${mark}</g>
  <g transform="translate(128 34)">${bars([104, 84, 64])}</g></svg>`;

const screenshot = `<svg xmlns="http://www.w3.org/2000/svg" width="533" height="324" viewBox="0 0 533 324">${sky}
  <rect width="533" height="324" fill="#dfe9f3"/>
  <rect x="24" y="20" width="485" height="284" rx="10" fill="#ffffff"/>
  <path d="M24 52V30a10 10 0 0 1 10-10h465a10 10 0 0 1 10 10v22z" fill="#0b2f5b"/>
  <circle cx="44" cy="36" r="5" fill="#ef6f6c"/><circle cx="62" cy="36" r="5" fill="#ffd166"/>
  <circle cx="80" cy="36" r="5" fill="#7bd389"/>
  <rect x="110" y="29" width="300" height="14" rx="7" fill="#ffffff" fill-opacity="0.25"/>
  <g transform="translate(52 84) scale(1.5)">${mark}</g>
  <g transform="translate(236 96)">${bars([230, 210, 226, 168, 196, 120])}</g>
  <rect x="236" y="222" width="110" height="30" rx="15" fill="#1d6fb8"/></svg>`;

const pictures: readonly { readonly name: SamplePicture; readonly svg: string }[] = [
  { name: 'small.png', svg: square(40) },
  { name: 'medium.png', svg: square(90) },
  { name: 'large.png', svg: square(115) },
  { name: 'wide.png', svg: wide },
  { name: 'screenshot.png', svg: screenshot },
];
