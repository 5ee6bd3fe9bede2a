import { zipOf } from '../../src/cli/upload/zip';
import type { ReviewItem } from '../../src/services/ports';
import { reviewItem } from '../fakes/fake-reviews';
import { publicationId } from './publication-at';
import { sha256 } from './signed-package';
import type { TestApp } from './test-app';

const template = '{\n  "resources": [],\n  "adminPassword": "<b>changeme</b>"\n}\n';

/** `basic/mainTemplate.json` has five lines; the second file is no text. */
export const packageFiles = [
  { path: 'mainTemplate.json', content: Buffer.from(template) },
  { path: 'logo.bin', content: Buffer.from([0, 1, 2, 3]) },
];

/** Puts the review of the offer's publication, and the package it is about, before reviewers. */
export function openReviewIn({ catalogue, staging }: TestApp, changed: Partial<ReviewItem> = {}): ReviewItem {
  const zip = zipOf(packageFiles);
  const digest = sha256(zip);
  staging.blobs.set(digest, zip);
  const item = reviewItem({
    publicationId,
    step: 'displaycertify',
    reportIds: ['report-1'],
    changes: ['basic/mainTemplate.json: changed'],
    certificationNotes: 'The password is set by the customer.',
    ...changed,
  });
  catalogue.reviews.rows.push(item);
  catalogue.reviews.packages = [
    {
      artefactId: 'basic/1.0.0/package',
      digest,
      bytes: zip.length,
      files: packageFiles.map(({ path, content }) => ({
        path,
        bytes: content.length,
        digest: sha256(content),
      })),
    },
  ];
  catalogue.reportRows.push({
    reportId: 'report-1',
    subject: digest,
    ruleSetVersion: '1',
    verdict: 'reviewRequired',
    findings: [
      {
        ruleId: 'vm.vhd.size-alignment',
        severity: 'reviewRequired',
        params: {},
        target: { plan: 'basic' },
        expected: '2',
        actual: '1',
      },
    ],
    createdAt: '2026-11-20T10:00:00.000Z',
    validUntil: '2026-12-20T10:00:00.000Z',
  });
  return item;
}
