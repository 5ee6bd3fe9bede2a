import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createUiDefinition, mainTemplate } from './application-package';
import { emptyFolder, runOffer, type Transcript } from './run-offer';

/** One error in each file, and a warning. */
export const badApplication = {
  'mainTemplate.json': { ...mainTemplate, variables: { unused: 'x' } },
  'createUiDefinition.json': { ...createUiDefinition, handler: 'Contoso' },
};
const lines = (value: object): string => JSON.stringify(value, null, 2);

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, object>>): string {
  const folder = emptyFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), lines(content));
  }
  return folder;
}

/** `offer certify` there, with no service in reach. */
export const certify = (workFolder: string, ...argv: readonly string[]): Promise<Transcript> =>
  runOffer(['certify', ...argv], { OFFER_API: 'http://127.0.0.1:9' }, { workFolder });
