import { pointerOf } from '../../../src/domain/offer/pointer';
import type { OfferDocument } from '../../../src/domain/offer/document';
import type { Path } from '../../../src/domain/offer/walk';
import { sampleOffer } from '../../../src/local/sample/offer';

export const now = new Date('2026-06-01T12:00:00Z');

const sas = 'sv=2020-10-02&sr=c&sp=rl&st=2026-05-31T12%3A00%3A00Z&se=2026-07-01T12%3A00%3A00Z&sig=CANARY%3D';

export const diskUrl = (name: string): string =>
  `https://contoso.blob.core.windows.net/vhds/${name}.vhd?${sas}`;

export const connectionString =
  'DefaultEndpointsProtocol=https;AccountName=contosoleads;AccountKey=Q0FOQVJZ;EndpointSuffix=core.windows.net';

/** The sample offer: nothing is wrong with it. */
export const goodOffer = (): OfferDocument =>
  sampleOffer({
    osVhdUrl: diskUrl('web-1.0.0'),
    logoUrls: {
      small: 'https://www.contoso.com/small.png',
      medium: 'https://www.contoso.com/medium.png',
      large: 'https://www.contoso.com/large.png',
      wide: 'https://www.contoso.com/wide.png',
      screenshot: 'https://www.contoso.com/screenshot.png',
    },
    leadTable: connectionString,
  });

/** Path of a marketplace field of the offer, of a field of its first plan. */
export const market = (name: string, ...rest: Path): Path => [
  'definition',
  'offer',
  `microsoft-azure-marketplace.${name}`,
  ...rest,
];
export const machine = (name: string, ...rest: Path): Path => [
  'definition',
  'plans',
  0,
  `microsoft-azure-virtualmachines.${name}`,
  ...rest,
];
export const plan = (...rest: Path): Path => ['definition', 'plans', 0, ...rest];

/** The document with another value at a place; `undefined` takes the place away. */
export function changed(document: OfferDocument, path: Path, value: unknown): OfferDocument {
  const copy = JSON.parse(JSON.stringify(document)) as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last === undefined) return value as OfferDocument;
  let holder = copy;
  for (const segment of path.slice(0, -1)) holder = holder[segment] as Record<string | number, unknown>;
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else holder[last] = value;
  return copy;
}

export const pointer = pointerOf;
