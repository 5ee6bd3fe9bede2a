import type { Finding } from './finding';
import { packageUrlRules, signedPackageRules } from './rules/package-url/table';
import { sasUrlRules } from './rule-table';
import { runRules } from './run-rules';
import { readSasUrl } from './sas-url';

/**
 * Everything wrong with a SAS URL that can be said without opening it; runs at validation.
 * `pointer` (RFC 6901) is where the URL stands in the offer document.
 */
export function sasUrlFindings(url: string, now: Date, pointer: string): readonly Finding[] {
  return runRules(readSasUrl(url, now), sasUrlRules, { pointer });
}

/** The same of a package's URL, which may also be one that anybody can read. */
export function packageUrlFindings(url: string, now: Date, pointer: string): readonly Finding[] {
  const facts = readSasUrl(url, now);
  return runRules(facts, facts.hasSignature ? signedPackageRules : packageUrlRules, { pointer });
}
