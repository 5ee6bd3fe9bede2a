import { Client } from 'pg';
import type { OfferDocument } from '../../../src/domain/offer/document';
import type { PublicationEvent, PublicationFact } from '../../../src/domain/publication/events';
import { pipelineOf } from '../../../src/domain/publication/pipelines';
import type { Catalogue } from '../../../src/services/ports';

export const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
export const anotherOffer = { publisherId: 'contoso', offerId: 'windows-vm' };
export const actor = 'alice@contoso.example';

export function draft(content: Readonly<Record<string, unknown>> = {}): OfferDocument {
  return { offerTypeId: 'microsoft-azure-virtualmachines', definition: { displayText: 'Linux', ...content } };
}

/** Saves the offer, freezes it and opens a publication of that version. */
export async function openSample(
  { offers, publications }: Catalogue,
  publicationId: string,
  {
    of = offer,
    runId = `${publicationId}-run`,
    firstRunId,
    content,
  }: {
    readonly of?: typeof offer;
    readonly runId?: string;
    readonly firstRunId?: string;
    readonly content?: Parameters<typeof draft>[0];
  } = {},
) {
  await offers.saveDraft(of, draft(content), { actor });
  const version = await offers.freeze(of, publicationId, { regions: ['westeurope'] });
  return publications.open({
    publicationId,
    runId,
    ...(firstRunId === undefined ? {} : { firstRunId }),
    offer: of,
    offerVersion: version!.offerVersion,
    language: 'en',
    requestedBy: actor,
  });
}

/** The events of a run in order: started, opened, then `facts`. */
export function story(publicationId: string, ...facts: readonly PublicationFact[]): PublicationEvent[] {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish')!;
  const offerType = 'microsoft-azure-virtualmachines' as const;
  const beginning: readonly PublicationFact[] = [
    { kind: 'started', publicationId, ...offer, language: 'en', requestedBy: actor },
    { kind: 'opened', offerType, offerVersion: 1, pipeline, language: 'en' },
  ];
  return [...beginning, ...facts].map((fact, index) => ({
    ...fact,
    at: new Date(Date.UTC(2030, 0, 1, 0, 0, index)).toISOString(),
  }));
}

/** Records facts of a publication's story from this number on, as its run does. */
export const recordIn =
  ({ publications }: Pick<Catalogue, 'publications'>) =>
  (
    publicationId: string,
    firstSequence: number,
    facts: readonly PublicationFact[],
    runId = `${publicationId}-run`,
  ): ReturnType<Catalogue['publications']['record']> =>
    publications.record({
      publicationId,
      runId,
      firstSequence,
      events: story(publicationId, ...facts).slice(firstSequence - 1),
    });

export const said = (text: string, step = 'displaycertify'): PublicationFact => ({
  kind: 'messageAdded',
  step,
  level: 'information',
  message: { code: 'review.comment', params: { text } },
});

export const wentLive: PublicationFact = {
  kind: 'wentLive',
  links: [{ text: 'Azure Marketplace', uri: 'http://127.0.0.1/offers/contoso/linux-vm' }],
};

/** What an administrator would ask of the database. */
export async function query<Row>(databaseUrl: string, text: string, values: readonly unknown[] = []) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(text, [...values]);
    return rows as Row[];
  } finally {
    await client.end();
  }
}
