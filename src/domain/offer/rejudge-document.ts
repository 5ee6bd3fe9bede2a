import type { Finding } from '../certification/finding';
import { ruleAreas } from '../certification/rule-table';
import { certifyDocument, documentRules } from './certify-document';
import type { OfferDocument } from './document';
import { maskSecrets } from './secrets';

export type RejudgedDocument = {
  readonly findings: readonly Finding[];
  /** Ids of those that were not tried. */
  readonly rulesNotRun: readonly string[];
};

/** When it is judged, and which addresses the installation lets pass, as when the document was published. */
type Surroundings = { readonly now: Date; readonly trustedOrigins: readonly string[] };

/**
 * What today's rules say of a document that went live. Its addresses have served: their signatures are over by now, which
 * is nobody's fault, so neither they nor other secrets are looked at; no link is called and no picture is fetched.
 */
export function rejudgeDocument(
  document: OfferDocument,
  { now, trustedOrigins }: Surroundings,
): RejudgedDocument {
  const { findings, tests } = certifyDocument(
    { document: maskSecrets(document), now, trustedOrigins, pictures: [], answered: [] },
    rulesThatStay,
  );
  const notRun = tests.filter(({ result }) => result === 'notRun').map(({ ruleId }) => ruleId);
  return { findings, rulesNotRun: [...ofAddresses, ...notRun] };
}

const ofAddresses: readonly string[] = ruleAreas['SAS URLs of disks'].map(({ id }) => id);
const rulesThatStay = documentRules.filter(({ id }) => !ofAddresses.includes(id));
