import type { Rule } from '../../rule';
import type { SasUrlFacts } from '../../sas-url';
import { sasExpiry } from '../sas/expiry';
import { sasNothingButReading } from '../sas/nothing-but-reading';
import { packageReading } from './reading';
import { packageZipName } from './zip-name';

/** New with packages. */
export const packageUrlRules: readonly Rule<SasUrlFacts>[] = [packageZipName, packageReading];

/** On a package's URL alone, at validation: a file anybody may read needs no signature. */
export const signedPackageRules: readonly Rule<SasUrlFacts>[] = [
  ...packageUrlRules,
  sasExpiry,
  sasNothingButReading,
];
