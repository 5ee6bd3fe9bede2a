import type { Described } from './described';

/** What one field can have wrong with it, and the document as a whole. */
export const fieldRules: readonly Described[] = [
  {
    id: 'offer.type-unknown',
    title: 'The offer is of a type that is published here',
    rationale: 'Every type has steps and checks of its own. Without them nothing can be said about the rest.',
    policy: '100.5',
  },
  {
    id: 'offer.too-deep',
    title: 'The document can be read',
    rationale: 'No real offer nests this deep; reading on would cost more memory than an answer is worth.',
    policy: '100.5',
  },
  {
    id: 'offer.field-missing',
    title: 'Required fields are filled in',
    rationale: 'Each of them is shown to customers, or a later step needs it and would stop there.',
    policy: '100.1',
  },
  {
    id: 'offer.field-type',
    title: 'Fields hold the kind of value they are for',
    rationale: 'A text where a list or a number belongs is read as nothing at all.',
    policy: '100.5',
  },
  {
    id: 'offer.field-invalid',
    title: 'Fields have a form that is understood',
    rationale: 'What cannot be read here cannot be shown on the product page either.',
    policy: '100.5',
  },
  {
    id: 'offer.field-too-long',
    title: 'Texts fit the place they are shown in',
    rationale:
      'Lists and search results have room for so many characters; more would be cut off in the middle. Characters are counted as people count them.',
    policy: '100.1',
  },
  {
    id: 'offer.field-too-short',
    title: 'Texts are long enough to say something',
    rationale: 'A label of one or two letters tells a customer nothing.',
    policy: '100.1',
  },
  {
    id: 'offer.list-too-long',
    title: 'Lists have no more entries than are shown',
    rationale: 'Entries beyond the limit would be left out, and nobody could foresee which.',
    policy: '100.5',
  },
  {
    id: 'offer.list-empty',
    title: 'Lists that are needed have an entry',
    rationale:
      'Without a single plan there is nothing to buy, without a subscription nobody sees the preview.',
    policy: '100.5',
  },
  {
    id: 'offer.number-out-of-range',
    title: 'Numbers are within their limits',
    rationale: 'Negative prices and endless trials can be typed, but not sold.',
    policy: '100.5',
  },
  {
    id: 'offer.choice-unknown',
    title: 'Choices are among those there are',
    rationale: 'A misspelt choice would silently count as none.',
    policy: '100.5',
  },
  {
    id: 'offer.email-invalid',
    title: 'E-mail addresses can be written to',
    rationale: 'Support and engineering contacts are written to when something is urgent.',
    policy: '100.5',
  },
  {
    id: 'offer.guid-invalid',
    title: 'Subscription and tenant ids are ids',
    rationale: 'Who may see a preview or a private plan is decided by these ids: a wrong one lets nobody in.',
    policy: '100.14',
  },
  {
    id: 'offer.id-invalid',
    title: 'Publisher and offer ids have the permitted form',
    rationale: 'They stand in addresses, bills and deployments for as long as the offer lives.',
    policy: '100.2',
  },
  {
    id: 'offer.plan-id-invalid',
    title: 'Plan ids have the permitted form',
    rationale: 'Customers’ deployments name the plan by its id, which has to survive every tool on the way.',
    policy: '100.2',
  },
  {
    id: 'offer.marketing-id-invalid',
    title: 'The marketing identifier can stand in an address',
    rationale: 'It becomes part of the product page’s address.',
    policy: '100.2',
  },
  {
    id: 'offer.subcategories-too-many',
    title: 'A category has at most two subcategories',
    rationale: 'Customers browse by category; an offer that is everywhere makes all of them useless.',
    policy: '100.2',
  },
];
