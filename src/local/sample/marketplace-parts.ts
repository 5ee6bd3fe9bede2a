/** What the sample publisher says of itself in every offer. */
export type MarketplaceParts = {
  /** Where the pictures of `artwork.ts` can be fetched. */
  readonly logoUrls: {
    readonly small: string;
    readonly medium: string;
    readonly large: string;
    readonly wide?: string;
    readonly screenshot?: string;
  };
  /** Connection string of the storage account whose table gets the leads; absent: no leads. */
  readonly leadTable?: string;
  readonly previewSubscriptions?: readonly string[];
};

export type Fields = Readonly<Record<string, unknown>>;

export const artwork = ({
  small,
  medium,
  large,
  wide,
  screenshot,
}: MarketplaceParts['logoUrls']): Fields => ({
  'microsoft-azure-marketplace.smallLogo': small,
  'microsoft-azure-marketplace.mediumLogo': medium,
  'microsoft-azure-marketplace.largeLogo': large,
  ...(wide === undefined ? {} : { 'microsoft-azure-marketplace.wideLogo': wide }),
  'microsoft-azure-marketplace.screenshots': screenshot === undefined ? [] : [screenshot],
  'microsoft-azure-marketplace.videos': [],
});

export const leads = (connectionString: string | undefined): Fields =>
  connectionString === undefined
    ? { 'microsoft-azure-marketplace.leadDestination': 'None' }
    : {
        'microsoft-azure-marketplace.leadDestination': 'AzureTable',
        'microsoft-azure-marketplace.tableLeadConfiguration': {
          storageAccountConnectionString: connectionString,
        },
      };

export const legalAndSupport: Fields = {
  'microsoft-azure-marketplace.privacyURL': 'https://www.contoso.com/privacy',
  'microsoft-azure-marketplace.useEnterpriseContract': false,
  'microsoft-azure-marketplace.termsOfUse':
    '<p>You may run this image on as many machines as you like. It comes without warranty.</p>',
  'microsoft-azure-marketplace.engineeringContactName': 'Ada Okafor',
  'microsoft-azure-marketplace.engineeringContactEmail': 'engineering@contoso.com',
  'microsoft-azure-marketplace.engineeringContactPhone': '+1 425 555 0100',
  'microsoft-azure-marketplace.supportContactName': 'Contoso Support',
  'microsoft-azure-marketplace.supportContactEmail': 'support@contoso.com',
  'microsoft-azure-marketplace.supportContactPhone': '+1 425 555 0199',
  'microsoft-azure-marketplace.publicAzureSupportUrl': 'https://www.contoso.com/support',
};
