import type { DiskRole } from './disk-role';
import type { Finding } from './finding';
import { guestFactsSchema } from './guest-facts-schema';
import { rulesOfImageFile } from './image-case';
import { imageFactsSchema } from './image-facts-schema';
import { runRules } from './run-rules';

/** What today's rules find; `isWhole` is false where some of them had no facts to judge. */
export type Rejudged = { readonly findings: readonly Finding[]; readonly isWhole: boolean };

/** Judges an image by the facts that were once gathered about it. `at` is an ISO time. */
export function rejudgeImage(role: DiskRole, facts: Readonly<Record<string, unknown>>, at: string): Rejudged {
  const image = imageFactsSchema.safeParse(facts['image']);
  const guest = guestFactsSchema.safeParse(facts['guest']);
  const known = {
    ...(image.success ? { image: image.data } : {}),
    ...(guest.success ? { guest: { guest: guest.data, at } } : {}),
  };
  return {
    findings: runRules(known, rulesOfImageFile(role)),
    isWhole: image.success && (guest.success || role === 'dataDisk'),
  };
}
