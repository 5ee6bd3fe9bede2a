import type { Selectable } from 'kysely';
import type {
  ArtefactBindingTable,
  ArtefactSourceTable,
  ArtefactTable,
  PackageTable,
  ReplicaHoldTable,
  ReplicaTable,
  ReportTable,
} from './tables/artefacts';
import type {
  CertificationExceptionTable,
  CertificationPartTable,
  CertificationReportTable,
} from './tables/certification';
import type { ApiTokenTable, InstallationKeyTable, WebSessionTable } from './tables/access';
import type { SentMailTable, SupportMailTable, SupportRequestTable } from './tables/correspondence';
import type {
  EventTable,
  OfferCountTable,
  OfferTable,
  OfferVersionTable,
  PublisherTable,
  SecretTable,
  SlotTable,
} from './tables/offers';
import type {
  MessageSenderTable,
  OperationTable,
  ProgressTable,
  PublicationRunTable,
  PublicationTable,
} from './tables/publications';
import type { ReviewCommentTable, ReviewItemTable, ReviewThreadTable } from './tables/reviews';
import type {
  IdempotentRequestTable,
  WebhookDeliveryTable,
  WebhookFeedTable,
  WebhookTable,
  WebhookTryTable,
} from './tables/webhooks';

/** The tables as `migrations/` makes them, with column names in camelCase (the connection translates). */
export type Database = {
  readonly publisher: PublisherTable;
  readonly apiToken: ApiTokenTable;
  readonly webSession: WebSessionTable;
  readonly installationKey: InstallationKeyTable;
  readonly offer: OfferTable;
  readonly offerCount: OfferCountTable;
  readonly offerVersion: OfferVersionTable;
  readonly secret: SecretTable;
  readonly slot: SlotTable;
  readonly event: EventTable;
  /** A view: without what a newer run or telling has replaced. */
  readonly toldEvent: EventTable;
  readonly publication: PublicationTable;
  readonly publicationRun: PublicationRunTable;
  readonly progress: ProgressTable;
  readonly messageSender: MessageSenderTable;
  readonly operation: OperationTable;
  readonly artefact: ArtefactTable;
  readonly artefactSource: ArtefactSourceTable;
  readonly artefactBinding: ArtefactBindingTable;
  readonly report: ReportTable;
  readonly certificationPart: CertificationPartTable;
  readonly certificationReport: CertificationReportTable;
  readonly certificationException: CertificationExceptionTable;
  readonly replica: ReplicaTable;
  readonly replicaHold: ReplicaHoldTable;
  readonly package: PackageTable;
  readonly sentMail: SentMailTable;
  readonly supportRequest: SupportRequestTable;
  readonly supportMail: SupportMailTable;
  readonly reviewItem: ReviewItemTable;
  readonly reviewThread: ReviewThreadTable;
  readonly reviewComment: ReviewCommentTable;
  readonly webhook: WebhookTable;
  readonly webhookFeed: WebhookFeedTable;
  readonly webhookDelivery: WebhookDeliveryTable;
  readonly webhookTry: WebhookTryTable;
  readonly idempotentRequest: IdempotentRequestTable;
};

export type OfferVersionRow = Selectable<OfferVersionTable>;
export type PublicationRow = Selectable<PublicationTable>;
export type SupportRequestRow = Selectable<SupportRequestTable>;
export type ReviewItemRow = Selectable<ReviewItemTable>;
export type ReviewThreadRow = Selectable<ReviewThreadTable>;
export type ReviewCommentRow = Selectable<ReviewCommentTable>;
