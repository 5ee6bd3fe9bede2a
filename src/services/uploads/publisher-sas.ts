import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import type { AccountConfig } from '../../config';

const dayMs = 24 * 3_600_000;
/** The rules ask for three weeks; an offer may wait for its reviewers. */
const validDays = 90;

/** As certification asks for it (`domain/certification/rules/sas`): container level, read and list, from yesterday. */
export function publisherSas(account: AccountConfig, container: string, now: Date): string {
  const { accountName, accountKey } = account.credential;
  return generateBlobSASQueryParameters(
    {
      containerName: container,
      permissions: ContainerSASPermissions.parse('rl'),
      startsOn: new Date(now.getTime() - dayMs),
      expiresOn: new Date(now.getTime() + validDays * dayMs),
      protocol: account.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp,
    },
    new StorageSharedKeyCredential(accountName, accountKey),
  ).toString();
}
