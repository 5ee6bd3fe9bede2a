import type { Described } from './described';

/** Addresses, secrets, texts, plans, disks and prices. */
export const contentRules: readonly Described[] = [
  {
    id: 'offer.url-invalid',
    title: 'Addresses are whole web addresses',
    rationale:
      'Half an address leads nowhere: not for customers, and not for the steps that have to fetch what stands there.',
    policy: '100.5',
  },
  {
    id: 'offer.url-not-https',
    title: 'What the service fetches, it fetches over https',
    rationale: 'A picture or disk that is fetched over http can be exchanged on its way.',
    policy: '100.11',
  },
  {
    id: 'offer.url-not-public',
    title: 'What the service fetches is on the public internet',
    rationale:
      'Addresses inside a network are never called for a publisher, and lead nowhere from the service.',
    policy: '100.11',
  },
  {
    id: 'offer.url-has-credentials',
    title: 'No address holds a user name or password',
    rationale: 'Documents are shown to every member of the publisher, and kept.',
    policy: '100.11',
  },
  {
    id: 'offer.secret-missing',
    title: 'Secrets that are shown masked are stored',
    rationale:
      'A mask stands for a secret kept elsewhere. Where none is kept, the step that needs it would fail.',
    policy: '100.11',
  },
  {
    id: 'offer.lead-destination-not-built',
    title: 'The lead destination is one that is supported',
    rationale: 'Leads that go nowhere are lost: they are not sent again.',
    policy: '100.5',
  },
  {
    id: 'offer.lead-destination-needed',
    title: 'An offer that customers can only ask for has a lead destination',
    rationale:
      'Where nothing can be deployed, a lead is all that a customer leaves. Without one nobody answers.',
    policy: '100.5',
  },
  {
    id: 'offer.consulting-title',
    title: 'The title of a consulting service ends with its duration and kind',
    rationale: 'Lists show titles alone: customers compare what they get and how long it takes.',
    policy: '100.2',
  },
  {
    id: 'offer.connection-string-invalid',
    title: 'The storage account for leads can be called',
    rationale: 'Without key, name or endpoint no lead can be written.',
    policy: '100.5',
  },
  {
    id: 'offer.html-not-simple',
    severity: 'warning',
    title: 'Descriptions use simple HTML',
    rationale:
      'The product page leaves other tags out, so that the text looks different from what its author saw.',
    policy: '100.1',
  },
  {
    id: 'offer.plan-id-repeated',
    title: 'Every plan has an id of its own',
    rationale: 'Deployments and bills name a plan by its id alone.',
    policy: '100.4',
  },
  {
    id: 'offer.port-range-invalid',
    title: 'Open ports are ports',
    rationale: 'They become rules of the customer’s firewall.',
    policy: '200.1',
  },
  {
    id: 'offer.country-invalid',
    title: 'Countries are given by their code',
    rationale: 'Where a plan is sold, and in which currency, is decided by these codes.',
    policy: '100.4',
  },
  {
    id: 'offer.image-missing',
    title: 'Every plan has an image version',
    rationale: 'A plan without one can be bought but not deployed.',
    policy: '200.3',
  },
  {
    id: 'offer.image-versions-too-many',
    title: 'A plan has at most eight image versions',
    rationale: 'Every version is copied to every region and certified anew.',
    policy: '200.3',
  },
  {
    id: 'offer.image-version-invalid',
    title: 'Image versions are named X.Y.Z',
    rationale: 'Deployments of the latest version compare these numbers.',
    policy: '200.3',
  },
  {
    id: 'offer.lun-invalid',
    title: 'Data disks have a LUN from 0 to 15',
    rationale: 'A machine has no other places to attach them to.',
    policy: '200.3',
  },
  {
    id: 'offer.lun-out-of-order',
    title: 'LUNs run from 0 without gaps',
    rationale: 'Any other order attaches disks to the wrong place in the customer’s machine.',
    policy: '200.3',
  },
  {
    id: 'offer.price-missing',
    title: 'Every plan says how it is paid',
    rationale: 'Nothing can be sold without a price or a licence of the customer’s own.',
    policy: '100.4',
  },
  {
    id: 'offer.price-sheet-unread',
    title: 'Prices stand in the offer, not in a sheet behind an address',
    rationale:
      'A sheet is not read: its columns are documented nowhere, and it can change after the check, so its prices would go live unchecked.',
    policy: '100.4',
  },
  {
    id: 'offer.audience-file-unread',
    severity: 'warning',
    title: 'The customers of a private plan stand in the offer, not in a file behind an address',
    rationale: 'The file is not read: it makes the plan private, and nobody can tell for whom.',
    policy: '100.4',
  },
  {
    id: 'offer.region-price-unread',
    title: 'Every price of a country can be read',
    rationale: 'A price in another form could be compared with nothing, and would go live unchecked.',
    policy: '100.4',
  },
  {
    id: 'offer.price-ambiguous',
    title: 'A plan is priced in one way',
    rationale: 'Of two prices for the same machine nobody can say which one counts.',
    policy: '100.4',
  },
  {
    id: 'offer.core-bucket-unknown',
    title: 'Prices are given for machine sizes there are',
    rationale:
      'A price for a size nobody can choose is a slip of the pen, and the size that was meant has none.',
    policy: '100.4',
  },
  {
    id: 'offer.currency-invalid',
    title: 'The currency is given by its code',
    rationale: 'Prices in other currencies are computed from it.',
    policy: '100.4',
  },
];
