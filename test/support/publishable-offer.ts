import type { OfferDocument } from '../../src/domain/offer/document';
import { sampleOffer } from '../../src/local/sample/offer';

const sas = 'sv=2025-01-05&sr=c&sp=rl&st=2026-11-01T00%3A00%3A00Z&se=2099-06-01T00%3A00%3A00Z&sig=abc%3D';

/** The sample offer, complete and valid on 2026-11-20; `fields` replaces keys of its `definition.offer`. */
export function publishableOffer(fields: Readonly<Record<string, unknown>> = {}): OfferDocument {
  const picture = (name: string): string => `https://pictures.contoso.com/${name}.png`;
  const offer = sampleOffer({
    osVhdUrl: `https://contoso.blob.core.windows.net/vhds/linux.vhd?${sas}`,
    logoUrls: { small: picture('small'), medium: picture('medium'), large: picture('large') },
  });
  const definition = offer['definition'] as { readonly offer: Readonly<Record<string, unknown>> };
  return { ...offer, definition: { ...definition, offer: { ...definition.offer, ...fields } } };
}
