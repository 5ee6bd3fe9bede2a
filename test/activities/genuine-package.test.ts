import { genuinePackage } from '../../src/activities/genuine-package';
import { digests } from '../../src/services/digests';
import { createSigner } from '../../src/services/signing/signer';
import { freshCatalogue, type FreshCatalogue } from '../support/fresh-catalogue';
import { productPage, signedPackage } from '../support/signed-package';
import { newSigningKey } from '../support/signing-key';

const privateKeyPem = newSigningKey();
const signer = createSigner({ privateKeyPem, retired: {} });
const page = productPage({
  title: 'Контосо 🐧 "Linux" \\ </script>',
  descriptionHtml: '<p>1 &lt; 2\u2028\t</p>',
  support: { url: '', phone: '+1', email: 'sam@contoso.com', name: 'Sam' },
});

describe('a stored package', () => {
  let database: FreshCatalogue;
  beforeAll(async () => (database = await freshCatalogue()));
  afterAll(async () => database.drop());

  it('comes back from the database as it was signed, in whatever order that keeps its keys', async () => {
    const { packages } = database.catalogue;
    const { createdAt: _, ...content } = signedPackage(signer, page);
    await packages.save(content);

    const found = await genuinePackage({ packages, digests, signer }, content.packageDigest);

    expect(found).toMatchObject(content);
  });

  it('names the key that is not known any more', async () => {
    const { packages } = database.catalogue;
    const { createdAt: _, ...content } = signedPackage(signer, page);
    await packages.save(content);
    const successor = createSigner({ privateKeyPem: newSigningKey(), retired: {} });

    await expect(
      genuinePackage({ packages, digests, signer: successor }, content.packageDigest),
    ).rejects.toMatchObject({
      nonRetryable: true,
      message: expect.stringContaining(`not signed by key ${signer.keyId}`),
    });
  });
});
