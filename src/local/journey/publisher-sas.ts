import {
  ContainerSASPermissions,
  generateBlobSASQueryParameters,
  type StorageSharedKeyCredential,
} from '@azure/storage-blob';

const dayMs = 24 * 3_600_000;

/** As the marketplace asks for it: container level, read and list, from yesterday, good for more than three weeks. */
export function publisherSas(containerName: string, credential: StorageSharedKeyCredential): string {
  const now = Date.now();
  return generateBlobSASQueryParameters(
    {
      containerName,
      permissions: ContainerSASPermissions.parse('rl'),
      startsOn: new Date(now - dayMs),
      expiresOn: new Date(now + 60 * dayMs),
    },
    credential,
  ).toString();
}
