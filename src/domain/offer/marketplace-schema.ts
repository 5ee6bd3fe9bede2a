import { z } from 'zod';
import {
  broken,
  type FieldMeta,
  guid,
  isEmail,
  isWebUrl,
  optionalForm,
  optionalList,
  optionalSwitch,
  optionalText,
  optionalUrl,
  requiredEmail,
  requiredForm,
  requiredList,
  requiredText,
  requiredUrl,
  type Section,
} from './field-schemas';

/** At most two categories with two subcategories each: `{ categoryL1: 'compute', 'categoryL2-compute': [...] }`. */
const category = z
  .looseObject({
    categoryL1: requiredText({ section: 'overview', label: 'categoryL1', max: 100 }),
  })
  .superRefine((entry, context) => {
    for (const [key, value] of Object.entries(entry)) {
      if (!key.startsWith('categoryL2-') || (Array.isArray(value) && value.length <= 2)) continue;
      context.addIssue({ code: 'custom', path: [key], ...broken('offer.subcategories-too-many', '<= 2') });
    }
  });

const usefulLink = z.looseObject({
  linkTitle: requiredText({ section: 'overview', label: 'linkTitle', max: 255 }),
  linkUrl: requiredUrl({ section: 'overview', label: 'linkUrl' }),
});

const screenshotUrl = {
  section: 'artwork',
  label: 'screenshot',
  control: 'url',
  required: true,
  upload: 'logo',
} as const satisfies FieldMeta;

/** A screenshot is its URL, or an object with its URL and a caption. */
const screenshot = z
  .union([
    z.string().refine(isWebUrl),
    z.looseObject({ url: z.string().refine(isWebUrl).meta(screenshotUrl) }),
  ])
  .meta(screenshotUrl);

const subscription = requiredForm({ section: 'preview', label: 'allowedSubscriptions' }, guid);

const overview = {
  'microsoft-azure-marketplace.title': requiredText({ section: 'overview', label: 'title', max: 50 }),
  'microsoft-azure-marketplace.summary': requiredText({ section: 'overview', label: 'summary', max: 100 }),
  'microsoft-azure-marketplace.longSummary': requiredText({
    section: 'overview',
    label: 'longSummary',
    control: 'longText',
    max: 256,
  }),
  'microsoft-azure-marketplace.description': requiredText({
    section: 'overview',
    label: 'description',
    control: 'html',
    max: 3000,
  }),
  'microsoft-azure-marketplace.offerMarketingUrlIdentifier': optionalForm(
    { section: 'overview', label: 'offerMarketingUrlIdentifier', max: 50 },
    { pattern: /^[a-z0-9-]{1,50}$/i, ruleId: 'offer.marketing-id-invalid', expected: 'a-z 0-9 -, <= 50' },
  ),
  'microsoft-azure-marketplace.usefulLinks': optionalList(
    { section: 'overview', label: 'usefulLinks' },
    usefulLink,
  ),
  'microsoft-azure-marketplace.categoryMap': optionalList(
    { section: 'overview', label: 'categoryMap', max: 2 },
    category,
  ),
  'microsoft-azure-marketplace.categories': optionalList(
    { section: 'overview', label: 'categories', max: 2 },
    z.string(),
  ),
  'microsoft-azure-marketplace.allowedSubscriptions': requiredList(
    { section: 'preview', label: 'allowedSubscriptions', max: 100 },
    subscription,
  ),
};

const artwork = {
  'microsoft-azure-marketplace.smallLogo': requiredUrl({
    section: 'artwork',
    label: 'smallLogo',
    upload: 'logo',
  }),
  'microsoft-azure-marketplace.mediumLogo': requiredUrl({
    section: 'artwork',
    label: 'mediumLogo',
    upload: 'logo',
  }),
  'microsoft-azure-marketplace.largeLogo': requiredUrl({
    section: 'artwork',
    label: 'largeLogo',
    upload: 'logo',
  }),
  'microsoft-azure-marketplace.wideLogo': optionalUrl({
    section: 'artwork',
    label: 'wideLogo',
    upload: 'logo',
  }),
  'microsoft-azure-marketplace.heroLogo': optionalUrl({
    section: 'artwork',
    label: 'heroLogo',
    upload: 'logo',
  }),
  'microsoft-azure-marketplace.screenshots': optionalList(
    { section: 'artwork', label: 'screenshots', max: 5 },
    screenshot,
  ),
  'microsoft-azure-marketplace.videos': optionalList(
    { section: 'artwork', label: 'videos', max: 5 },
    z.unknown(),
  ),
};

const legalAndSupport = {
  'microsoft-azure-marketplace.privacyURL': requiredUrl({ section: 'legal', label: 'privacyURL' }),
  'microsoft-azure-marketplace.useEnterpriseContract': optionalSwitch({
    section: 'legal',
    label: 'useEnterpriseContract',
  }),
  'microsoft-azure-marketplace.termsOfUse': optionalText({
    section: 'legal',
    label: 'termsOfUse',
    control: 'html',
  }),
  'microsoft-azure-marketplace.engineeringContactName': requiredText({
    section: 'support',
    label: 'engineeringContactName',
  }),
  'microsoft-azure-marketplace.engineeringContactEmail': requiredEmail({
    section: 'support',
    label: 'engineeringContactEmail',
  }),
  'microsoft-azure-marketplace.engineeringContactPhone': requiredText({
    section: 'support',
    label: 'engineeringContactPhone',
  }),
  'microsoft-azure-marketplace.supportContactName': requiredText({
    section: 'support',
    label: 'supportContactName',
  }),
  'microsoft-azure-marketplace.supportContactEmail': requiredEmail({
    section: 'support',
    label: 'supportContactEmail',
  }),
  'microsoft-azure-marketplace.supportContactPhone': requiredText({
    section: 'support',
    label: 'supportContactPhone',
  }),
  'microsoft-azure-marketplace.publicAzureSupportUrl': optionalUrl({
    section: 'support',
    label: 'publicAzureSupportUrl',
  }),
  'microsoft-azure-marketplace.fairfaxSupportUrl': optionalUrl({
    section: 'support',
    label: 'fairfaxSupportUrl',
  }),
};

/** Unread here: which setting a destination needs is a rule of its own. */
const leadConfiguration = (setting: string): z.ZodType =>
  z
    .looseObject({
      [setting]: z
        .unknown()
        .optional()
        .meta({ section: 'leads', label: setting, control: 'secret', required: false } satisfies FieldMeta),
    })
    .nullish();

/** Which configuration a destination needs is a rule of its own (`rules/lead-destination.ts`). */
const leads = {
  'microsoft-azure-marketplace.leadDestination': optionalText({
    section: 'leads',
    label: 'leadDestination',
    control: 'choice',
    choices: ['None', 'AzureTable', 'HttpsEndpoint'],
  }),
  'microsoft-azure-marketplace.leadNotificationEmails': z
    .string()
    .nullish()
    .refine(
      (emails) => !emails || emails.split(/[,;]/).every((email) => isEmail(email.trim())),
      broken('offer.email-invalid', 'name@host, name@host'),
    )
    .meta({
      section: 'leads',
      label: 'leadNotificationEmails',
      control: 'text',
      required: false,
    } satisfies FieldMeta),
  'microsoft-azure-marketplace.tableLeadConfiguration': leadConfiguration('storageAccountConnectionString'),
  'microsoft-azure-marketplace.httpsEndpointLeadConfiguration': leadConfiguration('httpsEndpointUrl'),
};

/** What `definition.offer` has under `microsoft-azure-marketplace.`, whatever is sold. */
export const marketplaceFields = { ...overview, ...artwork, ...legalAndSupport, ...leads };

/** Where the Editor shows a field of `definition.offer`; undefined for what is no field of every offer. */
export function marketplaceFieldSection(key: string): Section | undefined {
  const field = Object.entries<z.ZodType>(marketplaceFields).find(([name]) => name === key)?.[1];
  return (field?.meta() as FieldMeta | undefined)?.section;
}

/** `definition.offer` of an offer that needs nothing else. */
export const offerSchema = z.looseObject(marketplaceFields);

export type OfferFields = z.output<typeof offerSchema>;
