import type { ListedPlan, ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const planTitle: Rule<ListingFacts> = {
  id: 'listing.plan.title-repeated',
  severity: 'warning',
  title: 'Plans have different names',
  rationale: 'Customers choose a plan by its name. Of two alike nobody can tell which one was bought.',
  policy: '100.4',
  message: {
    en: 'Another plan has the same name: {quote}',
    es: 'Otro plan tiene el mismo nombre: {quote}',
    ru: 'Другой план называется так же: {quote}',
    zh: '另一个计划使用了相同的名称：{quote}',
  },
  fix: {
    en: 'Give each plan a name that says what is different about it.',
    es: 'Dé a cada plan un nombre que indique en qué se diferencia.',
    ru: 'Дайте каждому плану название, из которого ясно, чем он отличается.',
    zh: '请为每个计划取一个能说明其区别的名称。',
  },
  check: ({ plans }) => {
    const listed = plans.filter(({ isHidden, title }) => !isHidden && nameOf(title) !== '');
    return listed
      .filter((plan, index) => listed.slice(0, index).some((other) => areAlike(other, plan)))
      .flatMap((plan) => quoted(plan, [plan.title]));
  },
};

/** Two plans of one id are one plan entered twice, which a rule of its own says. */
function areAlike(one: ListedPlan, other: ListedPlan): boolean {
  return one.planId !== other.planId && nameOf(one.title) === nameOf(other.title);
}

const nameOf = (title: string): string => title.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
