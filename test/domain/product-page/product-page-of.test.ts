import { canonicalJson } from '../../../src/domain/product-page/canonical-json';
import { manifestOf } from '../../../src/domain/product-page/manifest-of';
import { productPageOf } from '../../../src/domain/product-page/product-page-of';
import { readOffer } from '../../../src/domain/offer/read-offer';
import type { OfferModel } from '../../../src/domain/offer/model';
import { listedOffer } from '../../support/listed-offer';

const parts = {
  images: [],
  digestOf: (id: string) => `digest of ${id}`,
  sanitise: (html: string) => `clean ${html}`,
};

describe('product page', () => {
  it('passes every text that is HTML through the sanitiser, and no other', () => {
    const page = productPageOf(offer(), parts);

    expect(canonicalJson(page).match(/clean <p>[^<]*/g)).toEqual([
      'clean <p>Fast &amp; small',
      'clean <p>standard',
      'clean <p>Be kind',
    ]);
  });

  it('leaves out hidden plans, and names disks by digest', () => {
    expect(productPageOf(offer(), parts).plans).toMatchObject([
      {
        planId: 'standard',
        versions: [
          {
            osDisk: 'digest of standard/1.0.0/os',
            dataDisks: [{ lun: 0, digest: 'digest of standard/1.0.0/lun0' }],
          },
        ],
      },
    ]);
  });

  it('has no terms of its own under the standard contract', () => {
    const page = productPageOf({ ...offer(), terms: { kind: 'standardContract' } }, parts);

    expect(page).toMatchObject({ standardContract: true, termsHtml: '' });
  });

  it('links to web pages only, even if validation let something else through', () => {
    const evil = {
      ...offer(),
      privacyUrl: 'javascript:alert(1)',
      support: { ...offer().support, url: 'data:text/html,x' },
      usefulLinks: [
        { text: 'x', uri: ' javascript:alert(1)' },
        { text: 'Docs', uri: 'https://contoso.com/docs' },
      ],
    };

    const page = productPageOf(evil, parts);

    expect(page).toMatchObject({ privacyUrl: '', support: { url: '' } });
    expect(page.usefulLinks).toEqual([{ text: 'Docs', uri: 'https://contoso.com/docs' }]);
  });
});

describe('manifest', () => {
  it('is the same whatever order things were found in, and names each once', () => {
    const page = productPageOf(offer(), parts);
    const [a, b] = ['a', 'b'].map((digest) => ({ digest, bytes: 1, reportId: 'report' })) as [never, never];
    const content = { regions: ['east', 'west'], artefacts: [a, b], images: [] };

    const one = manifestOf(page, 'digest', content);
    const other = manifestOf(page, 'digest', { ...content, regions: ['west', 'east'], artefacts: [b, a, b] });

    expect(canonicalJson(other)).toBe(canonicalJson(one));
    expect(one.artefacts).toHaveLength(2);
  });
});

function offer(): OfferModel {
  const read = readOffer(listedOffer());
  if (read.kind === 'invalid') throw new Error(JSON.stringify(read.findings));
  return read.offer;
}
