import type { OfferDocument } from '../../offer/document';
import { fieldNameOf, offerFieldsOf, offerPath, plansOf } from '../../offer/parts';
import { pointerOf } from '../../offer/pointer';
import { asArray, asObject, type Path } from '../../offer/walk';
import { readHtml } from './read-html';

/** What an offer says to customers, for the rules of the listing. Nobody has vouched for the document's shape. */
export type ListingFacts = {
  readonly texts: readonly ListingText[];
  readonly links: readonly ListingLink[];
  readonly videos: readonly ListingLink[];
  readonly plans: readonly ListedPlan[];
};

/** Where something of the listing stands. */
export type ListingPlace = {
  /** The field's name, key of the field labels: `title`, `skuSummary`. */
  readonly field: string;
  /** RFC 6901, into the document. */
  readonly pointer: string;
  readonly plan?: string;
};

export type ListingText = ListingPlace & {
  readonly kind: TextKind;
  readonly written: string;
  /** Without markup, one paragraph a line. */
  readonly read: string;
  /** Attributes of tags, `a href` apart, e.g. `p style`. */
  readonly attributes: readonly string[];
};

type TextKind = 'title' | 'plain' | 'html' | 'terms';

export type ListingLink = ListingPlace & {
  readonly url: string;
  /** What customers click on; empty for a field that is the link itself. */
  readonly words: string;
  /** In a text a link may be anything; a field's form has been checked by the field. */
  readonly isInText: boolean;
};

export type ListedPlan = ListingPlace & {
  readonly planId: string;
  readonly title: string;
  /** Reachable from solution templates only: no customer sees it beside others. */
  readonly isHidden: boolean;
};

export function listingFactsOf(document: OfferDocument): ListingFacts {
  const offer = offerFieldsOf(document);
  const plans = plansOf(document);
  const parts = [
    ...partsIn(offer, offerPath),
    ...plans.flatMap(({ fields, path, planId }) =>
      partsIn(fields, path).map((part) => (planId === '' ? part : { ...part, plan: planId.slice(0, 50) })),
    ),
  ];
  return {
    texts: parts.flatMap(textsOf),
    links: parts.flatMap(linksOf),
    videos: videosOf(offer),
    plans: plans.flatMap(({ fields, path, planId }) =>
      partsIn(fields, path)
        .filter(({ field }) => field === 'skuTitle')
        .map(({ field, pointer, value }) => ({
          field,
          pointer,
          planId,
          title: value,
          ...(planId === '' ? {} : { plan: planId.slice(0, 50) }),
          isHidden: Object.entries(fields).some(([key, on]) => hides.test(key) && on === true),
        })),
    ),
  };
}

/** The address of each video; its entry may be that alone, or hold a picture and a name beside it. */
function videosOf(offer: Readonly<Record<string, unknown>>): readonly ListingLink[] {
  const key = 'microsoft-azure-marketplace.videos';
  return asArray(offer[key]).flatMap((entry, index): readonly ListingLink[] => {
    const path = [...offerPath, key, index];
    const named = Object.entries(asObject(entry) ?? {}).find(([name]) => /(?:link|url|uri)$/i.test(name));
    const [url, place] = named === undefined ? [entry, path] : [named[1], [...path, named[0]]];
    if (typeof url !== 'string' || !URL.canParse(url)) return [];
    return [{ field: 'videos', pointer: pointerOf(place), url, words: '', isInText: false }];
  });
}

const hides = /\.hideSKUForSolutionTemplate$/;

const kinds = new Map<string, TextKind>([
  ['title', 'title'],
  ['summary', 'plain'],
  ['longSummary', 'plain'],
  ['description', 'html'],
  ['termsOfUse', 'terms'],
  ['linkTitle', 'title'],
  ['caption', 'plain'],
  ['skuTitle', 'title'],
  ['skuSummary', 'plain'],
  ['skuDescription', 'html'],
]);

const linkFields: readonly string[] = ['privacyURL', 'publicAzureSupportUrl', 'fairfaxSupportUrl', 'linkUrl'];
const lists: readonly string[] = ['usefulLinks', 'screenshots'];

/** No field takes more; whatever is longer has a finding of its own. */
const mostRead = 20_000;

type Part = ListingPlace & { readonly value: string };

/** The texts and links among these fields, and in the lists among them; other fields are nobody's to read. */
function partsIn(fields: Readonly<Record<string, unknown>>, path: Path): readonly Part[] {
  const hasStandardTerms = fields['microsoft-azure-marketplace.useEnterpriseContract'] === true;
  return Object.entries(fields).flatMap(([key, value]): readonly Part[] => {
    const field = fieldNameOf(key);
    if (lists.includes(field)) {
      return asArray(value).flatMap((entry, index) => partsIn(asObject(entry) ?? {}, [...path, key, index]));
    }
    if (typeof value !== 'string' || (field === 'termsOfUse' && hasStandardTerms)) return [];
    if (!kinds.has(field) && !linkFields.includes(field)) return [];
    return [{ field, pointer: pointerOf([...path, key]), value: value.slice(0, mostRead) }];
  });
}

function textsOf({ value, ...place }: Part): readonly ListingText[] {
  const kind = kinds.get(place.field);
  if (kind === undefined) return [];
  const { read, attributes } = isHtml(kind) ? readHtml(value) : { read: value, attributes: [] };
  return [{ ...place, kind, written: value, read, attributes }];
}

function linksOf({ value, ...place }: Part): readonly ListingLink[] {
  const kind = kinds.get(place.field);
  if (kind === undefined) {
    return URL.canParse(value) ? [{ ...place, url: value, words: '', isInText: false }] : [];
  }
  return isHtml(kind) ? readHtml(value).links.map((link) => ({ ...place, ...link, isInText: true })) : [];
}

const isHtml = (kind: TextKind): boolean => kind === 'html' || kind === 'terms';
