import { basename } from 'node:path';
import type { Finding } from '../../domain/certification/finding';

/** Where a finding points, as seen from where the person stands. */
export type FoundAt = {
  readonly file: string;
  /** In the image that `file` is: a path of its system, not of this machine. */
  readonly inside?: string;
};

/** `holdsFiles`: the subject is a folder or zip, and findings name the files in it. */
export function placesIn(subject: string, holdsFiles: boolean): (finding: Finding) => FoundAt {
  return ({ target: { file } }) => {
    if (file === undefined || (!holdsFiles && file === basename(subject))) return { file: subject };
    if (holdsFiles) return { file: within(subject, file) };
    return file.startsWith('/') ? { file: subject, inside: file } : { file };
  };
}

/** Not `join`: a name that climbs out of the package is shown as it is. */
function within(subject: string, file: string): string {
  const folder = subject.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  return folder === '' || folder === '.' ? file : `${folder}/${file}`;
}
