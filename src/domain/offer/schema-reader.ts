import type { z } from 'zod';
import type { OfferDocument } from './document';
import { readLeadSettings } from './lead-settings';
import type { LeadSettings, OfferModel } from './model';
import type { ReadOffer } from './read-result';
import { findingsOfIssues } from './schema-findings';

/** Reads documents of one shape: as a model, or every problem of the shape and of where leads go. */
export function readerOf<Schema extends z.ZodType>(
  schema: Schema,
  toModel: (document: z.output<Schema>, lead: LeadSettings) => OfferModel,
): (document: OfferDocument) => ReadOffer {
  return (document) => {
    const parsed = schema.safeParse(document);
    const lead = readLeadSettings(document);
    const findings = [
      ...(parsed.success ? [] : findingsOfIssues(parsed.error.issues, document)),
      ...(lead.kind === 'read' ? [] : lead.findings),
    ];
    if (!parsed.success || lead.kind === 'broken') return { kind: 'invalid', findings };
    return { kind: 'read', offer: toModel(parsed.data, lead.lead) };
  };
}
