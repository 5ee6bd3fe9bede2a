import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import type { ZippedFile } from './zip';

/** Every file below a folder, as a package names it. A link would bring in what is not in the folder: refused. */
export function filesBelow(folder: string): readonly ZippedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !isToolsOwn(folder, entry))
    .flatMap((entry): readonly ZippedFile[] => {
      const path = join(entry.parentPath, entry.name);
      if (entry.isSymbolicLink())
        throw new CliFailure(exitCodes.usage, `${path} is a link: put the file itself there.`);
      if (!entry.isFile()) return [];
      return [{ path: nameIn(folder, path), content: readFileSync(path) }];
    });
}

/** What version control keeps beside the files is never packed. */
const isToolsOwn = (folder: string, { parentPath, name }: Dirent): boolean =>
  nameIn(folder, join(parentPath, name)).split('/').includes('.git');

const nameIn = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');
