import type { Flaw } from '../text/findings/flaw-names';
import type { PackageEntry } from './package-entries';
import { packageLimits } from './package-limits';

/** Why a name must not stand in a package; undefined for an ordinary relative path. */
export function nameFlawOf({ name, isUtf8 }: PackageEntry): Flaw | undefined {
  if (!isUtf8) return 'nameNotUtf8';
  if (/[\p{Cc}\p{Cf}]/u.test(name)) return 'nameInvisible';
  if (/^(?:[A-Za-z]:|[/\\])/.test(name)) return 'nameAbsolute';
  if (name.includes('\\')) return 'nameBackslash';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.includes('..')) return 'nameClimbs';
  if (name.length > packageLimits.pathLength || parts.length > packageLimits.folderDepth) return 'nameLong';
  return parts.some(isOdd) ? 'nameOdd' : undefined;
}

/** Empty, a dot, ending in what Windows drops, holding what it forbids, or one of its devices. */
const isOdd = (part: string): boolean =>
  part === '' ||
  part === '.' ||
  /[. ]$|[<>:"|?*]/.test(part) ||
  /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part);
