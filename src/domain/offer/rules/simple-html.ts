import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import {
  applicationKey,
  machineKey,
  marketplaceKey,
  offerFieldsOf,
  offerPath,
  plansOf,
  stagedKey,
} from '../parts';
import { simpleTags } from '../simple-markup';
import type { Path } from '../walk';
import type { OfferRule } from './rule';

/** Descriptions are simple HTML. Other tags do not block: the product page leaves them out, and this says so. */
export const simpleHtml: OfferRule = ({ document }) => {
  const offer = offerFieldsOf(document);
  const texts: readonly (readonly [unknown, Path])[] = [
    ...['description', 'termsOfUse'].map(
      (name) => [offer[marketplaceKey(name)], [...offerPath, marketplaceKey(name)]] as const,
    ),
    ...plansOf(document).flatMap(({ fields, path }) =>
      planTexts.map((key) => [fields[key], [...path, key]] as const),
    ),
  ];
  return texts.flatMap(([text, path]) => (typeof text === 'string' ? otherTags(text, path, document) : []));
};

const planTexts = [machineKey, applicationKey, stagedKey].map((key) => key('skuDescription'));

function otherTags(text: string, path: Path, document: OfferDocument): readonly Finding[] {
  const tags = [...text.matchAll(/<\/?([a-z][a-z0-9-]{0,30})\b/gi)].map(([, tag = '']) => tag.toLowerCase());
  const others = [...new Set(tags)].filter((tag) => !simpleTags.includes(tag));
  if (others.length === 0) return [];
  const actual = others.slice(0, 10).join(', ');
  return [
    offerFinding({
      ruleId: 'offer.html-not-simple',
      path,
      document,
      severity: 'warning',
      params: { tags: actual },
      actual,
    }),
  ];
}
