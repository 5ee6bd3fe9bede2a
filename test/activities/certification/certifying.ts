import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { CertificationResult, DataActivities } from '../../../src/activities/contract';
import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import { inspectImage } from '../../../src/inspection/image-inspection';
import { packageJudgeOf } from '../../../src/inspection/package/package-judge';
import { openBlobStore } from '../../../src/services/blob-storage/blob-store';
import { digests } from '../../../src/services/digests';
import { packageFiles } from '../../../src/services/package-files/package-files';
import { storedZips } from '../../../src/services/package-files/zip-bytes';
import { createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { createSigner } from '../../../src/services/signing/signer';
import { createSourceReader } from '../../../src/services/source-reader/source-reader';
import { fakeCertifications } from '../../fakes/fake-certifications';
import { fakeJudgedArtefacts } from '../../fakes/fake-judged-artefacts';
import { fakeProgress } from '../../fakes/fake-progress';
import { fakeReviews } from '../../fakes/fake-reviews';
import { startStorageProxy } from '../../fakes/storage-proxy';
import { newSigningKey } from '../../support/signing-key';
import { testStack } from '../../support/stack';

export type Certify = DataActivities['certify'];
export type Input = Parameters<Certify>[0];
export type Certifying = Awaited<ReturnType<typeof startCertifying>>;

/** The publisher's storage behind a proxy, real staging, and fakes for what is kept, for the attempts of one publication. */
export async function startCertifying(publicationId: string) {
  const proxy = await startStorageProxy(testStack().storage.blobUrl('publisher'));
  const credential = { accountName: 'staging', accountKey: testStack().storage.accountKey('staging') };
  const account = { name: 'staging', url: testStack().storage.blobUrl('staging'), credential };
  const staging = openBlobStore(account, { deadlineMs: 120_000, retryDelayMs: 1 });
  const http = createSafeHttp({ trustedOrigins: [new URL(proxy.url).origin], quietMs: 60_000 });
  const clock = (): Date => new Date('2026-03-01T00:00:00Z');
  const catalogue = fakeJudgedArtefacts(clock);
  const evidence = fakeCertifications();
  const publications = fakeProgress();
  const reviews = fakeReviews();
  return {
    proxy,
    staging,
    catalogue,
    evidence,
    publications,
    reviews,
    /** All that `certify` asks for but the offers. */
    roles: {
      ...catalogue,
      certifications: evidence.certifications,
      exceptions: evidence.exceptions,
      signer: createSigner({ privateKeyPem: newSigningKey(), retired: {} }),
      publications,
      staging,
      sources: createSourceReader(http, { tries: 2, firstPauseMs: 1, longestPauseMs: 1 }),
      inspectImage: (bytes: number) => inspectImage(bytes, digests),
      inspectGuest,
      reviews,
      digests,
      packageFiles,
      packageJudge: packageJudgeOf(storedZips),
      clock,
    },
    /** How often the source's bytes were asked for. */
    reads: () => proxy.requests.filter((line) => line.startsWith('GET')).length,
    /** What is being brought into staging. */
    async uploads(): Promise<readonly string[]> {
      const names: string[] = [];
      for await (const { name } of staging.list(`ingest/${publicationId}/`)) names.push(name);
      return names;
    },
    async close(): Promise<void> {
      await http.close();
      await proxy.close();
    },
  };
}

/** One attempt, scheduled after everything the fakes have dated, unless told otherwise. */
export function environment(
  attempt = 1,
  scheduledTimestampMs = Date.parse('2026-03-02T00:00:00Z'),
): MockActivityEnvironment {
  return new MockActivityEnvironment(
    { attempt, scheduledTimestampMs },
    { logger: new DefaultLogger('ERROR') },
  );
}

export const certified = (
  certify: Certify,
  input: Input,
  within = environment(),
): Promise<CertificationResult> => within.run<[Input], CertificationResult, Certify>(certify, input);

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
