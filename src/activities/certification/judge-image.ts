import { guestReportValidUntil } from '../../domain/certification/dated-facts';
import type { DiskRole } from '../../domain/certification/disk-role';
import { rulesOfImageFile } from '../../domain/certification/image-case';
import { imageFactsSchema } from '../../domain/certification/image-facts-schema';
import { withReasons } from '../../domain/certification/not-run-reason';
import { validUntil } from '../../domain/certification/report-validity';
import { judgeByRules } from '../../domain/certification/run-rules';
import { whyImageRuleNotRun } from '../../domain/certification/why-image-rule';
import type { Artefact } from '../../domain/replication/artefact';
import type { Judged } from './judge-bytes';
import { type GuestRoles, knownGuest } from './known-guest';

/** A disk by its container and, where a machine starts from it, by what is inside. */
export const judgeImage =
  (roles: GuestRoles, role: DiskRole) =>
  async (artefact: Artefact, at: Date): Promise<Judged> => {
    const image = imageFactsSchema.parse(artefact.facts['image']);
    const guest = role === 'dataDisk' ? undefined : await knownGuest(roles, artefact, image);
    const inside = guest && { guest: { guest, at: at.toISOString() } };
    const found = { image, ...inside };
    const outcome = withReasons(judgeByRules(found, rulesOfImageFile(role)), whyImageRuleNotRun(found));
    return { ...outcome, validUntil: guest ? guestReportValidUntil(at, guest) : validUntil(at) };
  };
