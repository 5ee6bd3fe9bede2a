import type { OfferDocument } from '../../../src/domain/offer/document';
import { blocksOf, readingOrder } from '../../../src/domain/offer/form/sections';
import { formOf } from '../../../src/domain/offer/form/offer-forms-schema';
import { stagedKinds } from '../../../src/domain/offer/kind';
import { pointerOf } from '../../../src/domain/offer/pointer';
import {
  sortedIntoParts,
  walkthrough,
  type WalkthroughPart,
} from '../../../src/domain/offer/staged/walkthrough';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, machine, market, now, plan } from './good-offer';
import { goodStaged, staged } from './good-staged';

const context = { now, trustedOrigins: [] };
const machineOffer = goodStaged['virtual-machine'];
const service = goodStaged['developer-service'];

const redIn = (document: OfferDocument): readonly WalkthroughPart[] =>
  walkthrough(document, context)
    .filter(({ isGreen }) => !isGreen)
    .map(({ part }) => part);

it.each(stagedKinds)('is green in all four parts of a complete %s', (kind) => {
  expect(redIn(goodStaged[kind]())).toEqual([]);
  expect(walkthrough(goodStaged[kind](), context)).toHaveLength(4);
});

it.each<[string, () => OfferDocument, Path, unknown, WalkthroughPart]>([
  ['a plan without an id', machineOffer, plan('planId'), '', 'plans'],
  ['no disk', machineOffer, machine('vmImages', '1.0.0', 'osVhdUrl'), '', 'plans'],
  ['no plan', machineOffer, ['definition', 'plans'], [], 'plans'],
  ['no endpoint', service, staged('endpoints'), [], 'plans'],
  ['another publisher id', service, ['publisherId'], 'Not An Id', 'plans'],
  ['no title', service, market('title'), '', 'marketing'],
  ['no logo', service, market('mediumLogo'), '', 'marketing'],
  ['a logo inside', service, market('smallLogo'), 'https://intranet/logo.png', 'marketing'],
  ['no preview subscription', machineOffer, market('allowedSubscriptions'), [], 'marketing'],
  [
    'a lead destination that lacks its setting',
    service,
    market('leadDestination'),
    'HttpsEndpoint',
    'marketing',
  ],
  ['no price of a machine', machineOffer, plan('virtualMachinePricingV2', 'coreMultiplier'), {}, 'pricing'],
  ['no price of a service', service, staged('pricing'), undefined, 'pricing'],
  ['a country that is none', service, plan('regions'), ['Atlantis'], 'pricing'],
  ['no support contact', machineOffer, market('supportContactEmail'), '', 'supportAndLegal'],
  ['no terms', machineOffer, market('termsOfUse'), '', 'supportAndLegal'],
  ['no privacy statement', service, market('privacyURL'), '', 'supportAndLegal'],
])('names what is missing in its part, and only there: %s', (_name, offer, path, value, part) => {
  expect(redIn(changed(offer(), path, value))).toEqual([part]);
});

it('names every gap of an empty draft, each in exactly one part', () => {
  const empty = { offerTypeId: 'staged-offer' };

  const checks = walkthrough(empty, context);

  expect(redIn(empty)).toEqual(['plans', 'marketing', 'supportAndLegal']);
  expect(checks.flatMap(({ findings }) => findings)).toHaveLength(validateOffer(empty, context).length);
});

it('stays green with a warning, and shows it', () => {
  const document = changed(service(), market('description'), '<marquee>Speech</marquee>');

  const marketing = walkthrough(document, context).find(({ part }) => part === 'marketing');

  expect(marketing).toMatchObject({ isGreen: true, findings: [{ ruleId: 'offer.html-not-simple' }] });
});

it('has a part for every field of every form', () => {
  for (const kind of stagedKinds) {
    const form = formOf('staged-offer', kind);
    const places = readingOrder(blocksOf(form, goodStaged[kind]()));
    for (const { node, path } of places) {
      const finding = {
        ruleId: 'x',
        severity: 'error',
        params: {},
        target: { pointer: pointerOf(path) },
      } as const;
      const [part] = sortedIntoParts([finding]).filter(({ isGreen }) => !isGreen);
      expect([node.section, part?.part]).toEqual([node.section, expectedPart(node.section, node.key)]);
    }
  }
});

/** Countries stand in the Editor with the plan, and in the walkthrough with what it costs there. */
function expectedPart(section: string, key: string): WalkthroughPart {
  if (section === 'pricing' || key === 'regions') return 'pricing';
  if (['legal', 'support'].includes(section)) return 'supportAndLegal';
  return ['overview', 'artwork', 'preview', 'leads'].includes(section) ? 'marketing' : 'plans';
}
