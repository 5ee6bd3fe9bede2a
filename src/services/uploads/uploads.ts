import type { AccountConfig } from '../../config';
import type { UploadKind } from '../../domain/offer/field-schemas';
import { faultBeforeReading, storedName } from '../../domain/offer/upload-file';
import { openAccount, patientLimits } from '../blob-storage/account';
import { openBlobStore } from '../blob-storage/blob-store';
import type { Clock, Uploads } from '../ports';
import { containerName } from './container-name';
import { publisherSas } from './publisher-sas';
import { receiveDisk } from './receive-disk';
import { receiveLogo } from './receive-logo';
import { receivePackage } from './receive-package';
import { type Container, type Receive, type ScanForData, UploadRefusal } from './receiving';

type UploadParts = {
  readonly account: AccountConfig;
  readonly clock: Clock;
  readonly scanForData: ScanForData;
};

/** Everything publishers hand in by upload, in one storage account of ours. */
export function createUploads({ account, clock, scanForData }: UploadParts): Uploads {
  return {
    async store(upload, signal) {
      const { kind, name, publisherId } = upload;
      const fault = faultBeforeReading(kind, {
        name,
        ...(upload.bytes !== undefined && { bytes: upload.bytes }),
      });
      if (fault !== undefined) return { kind: 'refused', fault };
      const container = openContainer(account, containerName(publisherId, kind));
      try {
        const { digest, bytes } = await receive[kind]({
          container,
          upload,
          scanForData,
          signal,
          now: clock(),
        });
        const sas = publisherSas(account, container.name, clock());
        const url = `${account.url.replace(/\/+$/, '')}/${container.name}/${storedName(name, digest)}?${sas}`;
        return { kind: 'stored', digest, bytes, url };
      } catch (error) {
        if (error instanceof UploadRefusal) return { kind: 'refused', fault: error.fault };
        throw error;
      }
    },
  };
}

const receive: Readonly<Record<UploadKind, Receive>> = {
  disk: receiveDisk,
  package: receivePackage,
  logo: receiveLogo,
};

function openContainer(account: AccountConfig, name: string): Container {
  return {
    name,
    store: openBlobStore(account, patientLimits, name),
    call: openAccount(account, patientLimits, name),
  };
}
