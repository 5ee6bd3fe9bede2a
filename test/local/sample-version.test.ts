import { sampleVersion } from '../../src/local/journey/sample-version';
import { sampleApplication } from '../../src/local/sample/application/offer';
import { sampleOffer } from '../../src/local/sample/offer';
import { maskSecrets } from '../../src/domain/offer/secrets';

const blob = 'http://127.0.0.1:10000/publisher/vhds/web.vhd';
const moved = 'http://127.0.0.1:45123/publisher/vhds/web.vhd';
const logoUrls = { small: '', medium: '', large: '' };

it.each([
  ['the first', undefined, blob, '1.0.0'],
  ['the same while its file stays', '1.0.0', blob, '1.0.0'],
  ['the same of a later one', '1.0.7', blob, '1.0.7'],
  ['a greater one when the storage has moved', '1.0.9', moved, '1.0.10'],
])('the sample is published as %s', (_what, version, url, expected) => {
  const osVhdUrl = `${blob}?sr=c&sig=c2VjcmV0`;
  const live = version === undefined ? undefined : maskSecrets(sampleOffer({ osVhdUrl, version, logoUrls }));

  expect(sampleVersion(live, url)).toBe(expected);
});

it('says the same of a package', () => {
  const live = sampleApplication({ packageUrl: `${blob}?sig=c2VjcmV0`, version: '2.1.3', logoUrls });

  expect(sampleVersion(live, blob)).toBe('2.1.3');
  expect(sampleVersion(live, moved)).toBe('2.1.4');
});
