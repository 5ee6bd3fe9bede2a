import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf } from '../parts';
import { readCountry } from '../region-prices';
import { asObject, type Path } from '../walk';
import type { OfferRule } from './rule';

/**
 * No price goes live that no rule could compare. Of a price sheet CPP documents the address alone, not its columns, and
 * what stands behind an address can change after the check: sheets are refused, their prices go into the document.
 */
export const pricesReadable: OfferRule = ({ document }) =>
  plansOf(document).flatMap(({ fields, path }) =>
    priceKeys.flatMap((key) => {
      const block = asObject(fields[key]);
      if (block === undefined) return [];
      const place: Path = [...path, key];
      return [...sheetIn(block, place, document), ...countriesIn(block, place, document)];
    }),
  );

const priceKeys = ['virtualMachinePricing', 'monthlyPricing'].flatMap((name) => [name, `${name}V2`]);

type Block = Readonly<Record<string, unknown>>;

function sheetIn(block: Block, path: Path, document: OfferDocument): readonly Finding[] {
  if (!hasSheet(block)) return [];
  const place = [...path, 'spreadSheetPricing'];
  return [offerFinding({ ruleId: 'offer.price-sheet-unread', path: place, document, expected: regionForm })];
}

/** Whether a block names a sheet: exported offers carry an empty one. */
export function hasSheet(block: Block): boolean {
  const sheet = block['spreadSheetPricing'] ?? '';
  const { uri = sheet, ...others } = asObject(sheet) ?? {};
  const isEmpty = [sheet, uri].some((each) => each === '' || each === null || isEmptyObject(each));
  return !isEmpty || Object.keys(others).length > 0;
}

const isEmptyObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function countriesIn(block: Block, path: Path, document: OfferDocument): readonly Finding[] {
  const prices = block['regionPrices'] ?? {};
  const place = [...path, 'regionPrices'];
  const ruleId = 'offer.region-price-unread';
  const countries = asObject(prices);
  if (countries === undefined) {
    const params = { country: 'regionPrices' };
    return [offerFinding({ ruleId, path: place, document, params, expected: regionForm })];
  }
  return Object.entries(countries)
    .filter(([country, entry]) => readCountry(country, entry).kind === 'unread')
    .map(([country]) =>
      offerFinding({
        ruleId,
        path: [...place, country],
        document,
        params: { country: beginningOf(country, 20) },
        expected: regionForm,
      }),
    );
}

const regionForm = 'currency, and single | individually | price';
