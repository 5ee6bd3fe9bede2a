import { type Command, Option } from 'commander';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type OfferTypeId, offerTypeIds } from '../../domain/offer/document';
import { type StagedKind, stagedKinds } from '../../domain/offer/kind';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { YesFlag } from '../confirm';
import { writeText } from '../document-file';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand, yesOption } from '../new-command';
import { nameOf } from '../offer-argument';

type Flags = YesFlag & { readonly type: OfferTypeId; readonly kind?: StagedKind; readonly file: string };

const facts = {
  name: 'init',
  does: 'Begin an offer: a document with every required field, and its JSON Schema for the editor.',
  examples: [
    ['offer init contoso/linux-vm', 'offer.json, offer.schema.json and a hint for Visual Studio Code'],
    ['offer init contoso/linux-vm --file offers/linux-vm.json', 'the same in another place'],
  ],
} as const;

export function initCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<offer...>', '<publisher>/<offer> to begin')
    .addOption(
      new Option('--type <type>', 'offer type')
        .choices(offerTypeIds)
        .default('microsoft-azure-virtualmachines'),
    )
    .addOption(new Option('--kind <kind>', 'what a staged offer sells').choices(stagedKinds))
    .option('--file <file>', 'where to', 'offer.json')
    .addOption(yesOption())
    .action(does<Flags>(init));
}

async function init(asked: Asked<Flags>): Promise<number> {
  const { type, kind, file } = asked.flags;
  if (kind !== undefined && type !== 'staged-offer')
    throw new CliFailure(exitCodes.usage, '--kind is for --type staged-offer only.');
  const { publisherId, offerId } = asked.offer();
  const offer = { publisherId, offerId };
  const ids = new URLSearchParams({ ...offer, ...(kind && { kind }) });
  const schema = await document(asked, `/api/offer-types/${type}/schema`);
  const template = await document(asked, `/api/offer-types/${type}/template?${ids.toString()}`);
  const schemaFile = `${file.replace(/\.json$/i, '')}.schema.json`;
  const { $schema: _ofTheApi, ...draft } = template;
  // A file beside it works without the API, and for whoever clones the repository.
  const begun = { $schema: `./${basename(schemaFile)}`, ...draft };
  mkdirSync(dirname(resolve(asked.surroundings.workFolder, file)), { recursive: true });
  const files = [
    await writeText(asked, file, pretty(begun)),
    await writeText(asked, schemaFile, pretty(schema)),
    ...(await editorHint(asked, { file, schemaFile })),
  ];
  asked.answer(
    { files },
    `${files.map((path) => `Written: ${path}`).join('\n')}\nFill it in, then: offer put ${file} && offer validate ${nameOf(offer)}\n`,
  );
  return exitCodes.ok;
}

async function document(asked: Asked, path: string): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await asked.get(path);
  if (isRecord(body)) return body;
  throw new CliFailure(exitCodes.ourFault, 'The API does not answer as this product does.');
}

/** Settings that somebody wrote are left alone. */
async function editorHint(
  asked: Asked<Flags>,
  { file, schemaFile }: { readonly file: string; readonly schemaFile: string },
): Promise<readonly string[]> {
  const folder = resolve(asked.surroundings.workFolder, '.vscode');
  const settings = join(folder, 'settings.json');
  if (existsSync(settings)) return [];
  mkdirSync(folder, { recursive: true });
  const schemas = { 'json.schemas': [{ fileMatch: [`/${file}`], url: `./${schemaFile}` }] };
  return [await writeText(asked, settings, pretty(schemas))];
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
