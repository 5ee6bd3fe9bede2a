import { type DiskRole, diskRoleOf } from '../../domain/certification/disk-role';
import { imageFactsSchema } from '../../domain/certification/image-facts-schema';
import { packageContentSchema } from '../../domain/certification/package-content-schema';
import type { Rule } from '../../domain/certification/rule';
import { validUntil } from '../../domain/certification/report-validity';
import { packageRuleSetFor, ruleSetVersionOf } from '../../domain/certification/rule-set-version';
import { sourceRules } from '../../domain/certification/rule-table';
import { packageSourceRules } from '../../domain/certification/rules/package-source/table';
import type { SourceFacts } from '../../domain/certification/source-facts';
import type { DiskArtefact, OfferArtefact, PackageArtefact } from '../../domain/offer/artefacts';
import type { Artefact } from '../../domain/replication/artefact';
import type { PackageJudge } from '../../services/ports';
import { beating } from '../beating';
import { copyImage, type ImageRoles } from './copy-image';
import { copyPackage, type PackageRoles } from './copy-package';
import type { CopyToStaging } from './ingest';
import type { Judged } from './judge-bytes';
import { judgeImage } from './judge-image';
import type { GuestRoles } from './known-guest';
import type { FactsWanted } from './known-source';
import { storedBytes } from './stored-bytes';

/** What is done with one kind of artefact: everything else is the same for all. */
export type Handling = {
  readonly role: DiskRole | 'package';
  readonly ruleSetVersion: string;
  readonly sourceRules: readonly Rule<SourceFacts>[];
  readonly facts: FactsWanted;
  readonly copy: CopyToStaging;
  readonly judge: (artefact: Artefact, at: Date) => Promise<Judged>;
};

export type HandlingRoles = ImageRoles & GuestRoles & PackageRoles & { readonly packageJudge: PackageJudge };

export const handlingOf = (roles: HandlingRoles, artefact: OfferArtefact): Handling =>
  artefact.kind === 'package' ? packageHandling(roles, artefact) : diskHandling(roles, artefact);

function diskHandling(roles: ImageRoles & GuestRoles, { kind, osFamily }: DiskArtefact): Handling {
  const role = diskRoleOf(kind, osFamily);
  return {
    role,
    ruleSetVersion: ruleSetVersionOf(role),
    sourceRules,
    facts: { inspector: 'image', schema: imageFactsSchema },
    copy: copyImage(roles),
    judge: judgeImage(roles, role),
  };
}

function packageHandling(roles: HandlingRoles, { trackingId }: PackageArtefact): Handling {
  const { staging, packageJudge } = roles;
  return {
    role: 'package',
    ruleSetVersion: packageRuleSetFor(trackingId),
    sourceRules: packageSourceRules,
    facts: { inspector: 'package', schema: packageContentSchema },
    copy: copyPackage(roles),
    judge: async ({ digest, bytes }, at) => ({
      ...(await beating('judging the package', () =>
        packageJudge.outcome(storedBytes(staging, digest, bytes), trackingId),
      )),
      validUntil: validUntil(at),
    }),
  };
}
