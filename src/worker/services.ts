import type { Config } from '../config';
import { inspectImage } from '../inspection/image-inspection';
import { packageJudgeOf } from '../inspection/package/package-judge';
import type { Log } from '../log';
import { openBlobStore } from '../services/blob-storage/blob-store';
import { openCatalogue } from '../services/catalogue/catalogue';
import { digests } from '../services/digests';
import { createHtmlSanitizer } from '../services/html-sanitizer/html-sanitizer';
import { createPictures } from '../services/image-encoder/pictures';
import { createLeadDestinations } from '../services/lead-destinations/lead-destinations';
import { openMailTransport } from '../services/mail/mail-transport';
import type {
  BlobStore,
  Catalogue,
  Clock,
  Digests,
  GuestInspection,
  HtmlSanitizer,
  ImageInspection,
  LeadDestinations,
  MailTransport,
  PackageFiles,
  PackageJudge,
  Pictures,
  PreviewTokens,
  ReviewBoard,
  Signer,
  SourceReader,
} from '../services/ports';
import { packageFiles } from '../services/package-files/package-files';
import { storedZips } from '../services/package-files/zip-bytes';
import { ownReviewBoard } from '../services/review-board/own-review-board';
import { openAzureDevOps } from '../services/review-board/open-azure-devops';
import { createSafeHttp } from '../services/safe-http/safe-http';
import { createPreviewTokens } from '../services/signing/preview-tokens';
import { createSigner } from '../services/signing/signer';
import { createSourceReader } from '../services/source-reader/source-reader';
import { guestsInTurn } from './guests-in-turn';

/** The outside world as a worker sees it. */
export type Services = {
  readonly catalogue: Catalogue;
  readonly staging: BlobStore;
  readonly regions: ReadonlyMap<string, BlobStore>;
  readonly sources: SourceReader;
  readonly pictures: Pictures;
  readonly leadDestinations: LeadDestinations;
  readonly htmlSanitizer: HtmlSanitizer;
  readonly mail: MailTransport;
  readonly reviewBoard: ReviewBoard;
  readonly signer: Signer;
  readonly previewTokens: PreviewTokens;
  readonly digests: Digests;
  readonly inspectImage: (bytes: number) => ImageInspection;
  readonly inspectGuest: GuestInspection;
  readonly packageFiles: PackageFiles;
  readonly packageJudge: PackageJudge;
  readonly clock: Clock;
  readonly close: () => Promise<void>;
};

export async function openServices(config: Config, log: Log): Promise<Services> {
  const clock = (): Date => new Date();
  const trustedOrigins = config.TRUSTED_ORIGINS;
  const http = createSafeHttp({ trustedOrigins });
  const keys = { privateKeyPem: config.SIGNING_KEY, retired: config.RETIRED_SIGNING_KEYS };
  const staging = openBlobStore(config.STAGING);
  const regions = new Map(config.REGIONS.map((account) => [account.name, openBlobStore(account)]));
  const mail = openMailTransport({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM });
  const { DATABASE_URL: databaseUrl, SECRETS_KEY: secretsKey, OTHER_SECRETS_KEYS: otherSecretsKeys } = config;
  const catalogue = await openCatalogue({ databaseUrl, secretsKey, otherSecretsKeys, log, clock });
  return {
    catalogue,
    staging,
    regions,
    sources: createSourceReader(http),
    pictures: createPictures(http),
    leadDestinations: createLeadDestinations({ http, trustedOrigins }),
    htmlSanitizer: createHtmlSanitizer(),
    mail,
    reviewBoard: reviewBoardOf(config, catalogue, clock),
    signer: createSigner(keys),
    previewTokens: createPreviewTokens(keys),
    digests,
    inspectImage: (bytes) => inspectImage(bytes, digests),
    inspectGuest: guestsInTurn(),
    packageFiles,
    packageJudge: packageJudgeOf(storedZips),
    clock,
    async close() {
      mail.close();
      await catalogue.close();
    },
  };
}

function reviewBoardOf(
  { REVIEW_BOARD, AZURE_DEVOPS }: Config,
  { reviews }: Catalogue,
  clock: Clock,
): ReviewBoard {
  if (REVIEW_BOARD === 'own' || AZURE_DEVOPS === undefined) return ownReviewBoard(reviews);
  return openAzureDevOps(AZURE_DEVOPS, clock);
}
