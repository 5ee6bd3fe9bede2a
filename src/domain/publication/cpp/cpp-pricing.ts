import type { OfferDocument } from '../../offer/document';
import { hourlyPrices } from '../../offer/prices';
import { asArray, asObject } from '../../offer/walk';

/** `includeAllPricing=true`: a price per core is written out as the price of each machine size. */
export function withAllPricing(document: OfferDocument): OfferDocument {
  const definition = asObject(document['definition']);
  if (definition === undefined) return document;
  const plans = asArray(definition['plans']).map(writtenOut);
  return { ...document, definition: { ...definition, plans } };
}

const priceBlocks = ['virtualMachinePricing', 'virtualMachinePricingV2', 'monthlyPricingV2'];

function writtenOut(given: unknown): unknown {
  const plan = asObject(given);
  if (plan === undefined) return given;
  const priced = priceBlocks.flatMap((block) => {
    const fields = asObject(plan[block]);
    const core = asObject(fields?.['coreMultiplier']);
    if (fields === undefined || typeof core?.['single'] !== 'number') return [];
    // Both ways at once would be ambiguous, and refused when the document is sent back.
    const { single: _perCore, ...kept } = core;
    const individually = Object.fromEntries(hourlyPrices({ fields, path: [], byol: false, core }));
    return [[block, { ...fields, coreMultiplier: { ...kept, individually } }]];
  });
  return { ...plan, ...Object.fromEntries(priced) };
}
