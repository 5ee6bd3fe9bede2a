import type { Described } from './described';

/** What the live version no longer allows. */
export const liveRules: readonly Described[] = [
  {
    id: 'offer.identity-changed',
    title: 'Publisher, id and type of a live offer stay',
    rationale: 'Customers’ deployments refer to the offer by them.',
    policy: '100.5',
  },
  {
    id: 'offer.live-plan-removed',
    severity: 'warning',
    title: 'Live plans stay, or are taken off on purpose',
    rationale: 'A plan that was renamed by mistake disappears for everybody who wants to buy it again.',
    policy: '100.4',
  },
  {
    id: 'offer.plan-made-private',
    title: 'A public plan stays public',
    rationale: 'Customers who bought it would no longer find what they have.',
    policy: '100.4',
  },
  {
    id: 'offer.billing-model-changed',
    title: 'A live plan is paid the way it was',
    rationale: 'Customers agreed to the way they pay.',
    policy: '100.4',
  },
  {
    id: 'offer.currency-changed',
    title: 'The currency of a live plan stays',
    rationale: 'The same number in another currency is another price.',
    policy: '100.4',
  },
  {
    id: 'offer.monthly-price-raised',
    title: 'The monthly price of a live plan only falls',
    rationale: 'Customers who pay by the month are billed by the new price without having agreed to it.',
    policy: '100.4',
  },
  {
    id: 'offer.price-raised',
    title: 'Prices of a live plan only fall',
    rationale: 'Running machines are billed by the new price without anybody having agreed to it.',
    policy: '100.4',
  },
  {
    id: 'offer.region-price-changed',
    title: 'A country that comes back keeps the price it had',
    rationale: 'Taking a country off and putting it back would be a way around prices that only fall.',
    policy: '100.4',
  },
  {
    id: 'offer.image-version-not-greater',
    title: 'A new image version is greater than the live ones',
    rationale: 'Whoever deploys the latest version would go on getting the old one.',
    policy: '200.3',
  },
  {
    id: 'offer.live-image-changed',
    title: 'A live image version keeps its disks',
    rationale: 'Two machines of the same version would not be the same.',
    policy: '200.3',
  },
  {
    id: 'offer.data-disk-count-changed',
    title: 'All versions of a plan have as many data disks',
    rationale: 'Customers’ templates attach a fixed number of disks: an update to another number fails.',
    policy: '200.3',
  },
];
