import { join } from 'node:path';
import { filesBelow } from '../../../cli/upload/folder-files';
import { zipOf } from '../../../cli/upload/zip';

/** The sample application's template, form and linked template, as a publisher keeps them. */
export const samplePackageFolder = join(__dirname, 'package');

/** The zip of them: always the same bytes. */
export const samplePackage = (): Buffer => zipOf(filesBelow(samplePackageFolder));
