import { beginningOf } from '../certification/without-secrets';
import type { Finding } from '../certification/finding';
import { readTableConnection } from '../lead/table-connection';
import type { OfferDocument } from './document';
import type { LeadSettings } from './model';
import { offerFinding } from './offer-finding';
import { marketplaceKey, offerFieldsOf, offerPath } from './parts';
import { isMasked } from './secrets';
import { asObject, type Path } from './walk';

type ReadLead =
  | { readonly kind: 'read'; readonly lead: LeadSettings }
  | { readonly kind: 'broken'; readonly findings: readonly Finding[] };

/** Where leads go. Destinations are written in any case; one that is not built is refused, never ignored. */
export function readLeadSettings(document: OfferDocument): ReadLead {
  const destination = offerFieldsOf(document)[marketplaceKey('leadDestination')] ?? 'None';
  // Not even text: the schema says so already.
  if (typeof destination !== 'string') return { kind: 'broken', findings: [] };
  switch (destination.trim().toLowerCase()) {
    case '':
    case 'none':
      return { kind: 'read', lead: { destination: 'None' } };
    case 'azuretable':
    case 'table':
      return readTable(document);
    case 'httpsendpoint':
      return readEndpoint(document);
    default:
      return broken(notBuilt(document, beginningOf(destination, 50)));
  }
}

function readTable(document: OfferDocument): ReadLead {
  const { value, path } = settingOf(document, 'tableLeadConfiguration', 'storageAccountConnectionString');
  if (value === '') return broken(offerFinding({ ruleId: 'offer.field-missing', path, document }));
  if (!isMasked(value)) {
    const connection = readTableConnection(value);
    if (connection.kind === 'broken') {
      const params = { problem: connection.problem };
      return broken(offerFinding({ ruleId: 'offer.connection-string-invalid', path, document, params }));
    }
  }
  return {
    kind: 'read',
    lead: { destination: 'AzureTable', configuration: { storageAccountConnectionString: value } },
  };
}

function readEndpoint(document: OfferDocument): ReadLead {
  const { value, path } = settingOf(document, 'httpsEndpointLeadConfiguration', 'httpsEndpointUrl');
  if (value === '') return broken(offerFinding({ ruleId: 'offer.field-missing', path, document }));
  if (!isMasked(value) && !isEndpointUrl(value)) {
    const expected = 'https://...';
    return broken(offerFinding({ ruleId: 'offer.url-invalid', path, document, expected }));
  }
  return { kind: 'read', lead: { destination: 'HttpsEndpoint', configuration: { httpsEndpointUrl: value } } };
}

function settingOf(
  document: OfferDocument,
  configuration: string,
  setting: string,
): { readonly value: string; readonly path: Path } {
  const key = marketplaceKey(configuration);
  const value = asObject(offerFieldsOf(document)[key])?.[setting];
  return { value: typeof value === 'string' ? value.trim() : '', path: [...offerPath, key, setting] };
}

function notBuilt(document: OfferDocument, destination: string): Finding {
  return offerFinding({
    ruleId: 'offer.lead-destination-not-built',
    path: [...offerPath, marketplaceKey('leadDestination')],
    document,
    params: { destination },
    expected: 'None | AzureTable | HttpsEndpoint',
  });
}

/** Whether it may be `http:` is up to the trusted origins (`rules/web-addresses.ts`). */
function isEndpointUrl(text: string): boolean {
  return /^https?:\/\/[^\s/@]+(?:[/?]\S*)?$/i.test(text) && URL.canParse(text);
}

function broken(finding: Finding): ReadLead {
  return { kind: 'broken', findings: [finding] };
}
