import sharp from 'sharp';
import { artefactsOf } from '../../../src/domain/offer/artefacts';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { imageSizeOf } from '../../../src/domain/product-page/image-sizes';
import type { ImageRole } from '../../../src/domain/offer/model';
import { drawSampleArtwork, type SamplePicture } from '../../../src/local/sample/artwork';
import { sampleOffer, sampleOfferKey } from '../../../src/local/sample/offer';

const now = new Date('2026-06-01T12:00:00Z');
const blobs = 'http://127.0.0.1:10000/publisher';
const sas = 'sr=c&sp=rl&st=2026-05-31T12:00:00Z&se=2026-07-01T12:00:00Z&sig=x';

const logoUrls = {
  small: `${blobs}/logos/small.png?${sas}`,
  medium: `${blobs}/logos/medium.png?${sas}`,
  large: `${blobs}/logos/large.png?${sas}`,
};

describe('the sample offer', () => {
  it.each([
    ['without leads', {}],
    [
      'with a lead table',
      {
        leadTable:
          'DefaultEndpointsProtocol=http;AccountName=publisher;AccountKey=Q0FOQVJZ;TableEndpoint=http://127.0.0.1:10002/publisher;',
      },
    ],
  ])('is complete and correct: %s', (_what, more) => {
    const document = sampleOffer({ osVhdUrl: `${blobs}/vhds/web.vhd?${sas}`, logoUrls, ...more });

    const findings = validateOffer(document, {
      now,
      trustedOrigins: ['http://127.0.0.1:10000', 'http://127.0.0.1:10002'],
    });

    expect(findings).toEqual([]);
    expect(document).toMatchObject({ publisherId: 'contoso', id: sampleOfferKey.offerId });
    expect(artefactsOf(document).map(({ artefactId }) => artefactId)).toEqual(['standard/1.0.0/os']);
  });

  it.each<[SamplePicture, ImageRole]>([
    ['small.png', 'smallLogo'],
    ['medium.png', 'mediumLogo'],
    ['large.png', 'largeLogo'],
    ['wide.png', 'wideLogo'],
    ['screenshot.png', 'screenshot-1'],
  ])('has %s in the size of a %s', async (name, role) => {
    const artwork = await drawSampleArtwork();

    const { format, width, height } = await sharp(artwork.get(name)).metadata();

    expect({ format, width, height }).toEqual({ format: 'png', ...imageSizeOf(role) });
  });
});
