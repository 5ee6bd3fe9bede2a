import type { Lead } from './lead';

/** The JSON body an HTTPS endpoint gets; every value is a string. */
export function leadBody(lead: Lead): Readonly<Record<string, unknown>> {
  return {
    ActionCode: lead.actionCode,
    OfferTitle: lead.offerTitle,
    LeadSource: lead.leadSource,
    Description: lead.description,
    UserDetails: userDetails(lead),
  };
}

/** The columns of a lead in an Azure table; the key makes a repeated lead the same row. */
export function leadRow(lead: Lead, key: string): LeadRow {
  return {
    partitionKey: `${lead.publisherId}.${lead.offerId}`,
    rowKey: key.replaceAll(/[^\w-]/g, '.'),
    ProductId: `${lead.publisherId}.${lead.offerId}`,
    CustomerInfo: JSON.stringify(userDetails(lead)),
    LeadSource: lead.leadSource,
    ActionCode: lead.actionCode,
    PublisherDisplayName: lead.publisherName,
    OfferDisplayName: lead.offerTitle,
    CreatedTime: lead.createdAt,
    Description: lead.description,
  };
}

export type LeadRow = {
  readonly partitionKey: string;
  /** Tables refuse `/ \ # ?` in keys: everything but letters, digits, `_` and `-` becomes a dot. */
  readonly rowKey: string;
} & Readonly<
  Record<
    | 'ProductId'
    | 'CustomerInfo'
    | 'LeadSource'
    | 'ActionCode'
    | 'PublisherDisplayName'
    | 'OfferDisplayName'
    | 'CreatedTime'
    | 'Description',
    string
  >
>;

function userDetails({ customer }: Lead): Readonly<Record<string, string>> {
  return {
    Company: customer.company,
    Country: customer.country,
    Email: customer.email,
    FirstName: customer.firstName,
    LastName: customer.lastName,
    Phone: customer.phone,
    Title: customer.title,
  };
}
