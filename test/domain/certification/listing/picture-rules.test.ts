import {
  type PictureFacts,
  type PictureSize,
} from '../../../../src/domain/certification/listing/picture-facts';
import { picturePlaces } from '../../../../src/domain/certification/listing/picture-places';
import { pictureRules } from '../../../../src/domain/certification/rules/listing/table';
import { judgeByRules, runRules } from '../../../../src/domain/certification/run-rules';
import type { ImageRole } from '../../../../src/domain/offer/model';
import { changed, goodOffer, market } from '../../offer/good-offer';

const found = (role: ImageRole, picture: Partial<PictureFacts>): readonly string[] => {
  const facts: PictureFacts = { format: 'png', size: { width: 40, height: 40 }, isWhole: true, ...picture };
  const findings = runRules({ pictures: [{ role, pointer: '/x', picture: facts }] }, pictureRules);
  return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
};

const sized = (role: ImageRole, [width, height]: readonly [number, number]): readonly string[] => {
  const size: PictureSize = { width, height };
  return found(role, { size });
};

it.each<[ImageRole, readonly [number, number]]>([
  ['smallLogo', [40, 40]],
  ['smallLogo', [48, 48]],
  ['mediumLogo', [90, 90]],
  ['largeLogo', [115, 115]],
  ['largeLogo', [216, 216]],
  ['largeLogo', [300, 300]],
  ['largeLogo', [350, 350]],
  ['wideLogo', [255, 115]],
  ['heroLogo', [815, 290]],
  ['screenshot-1', [533, 324]],
  ['screenshot-5', [1280, 720]],
])('takes a %s of %j', (role, size) => {
  expect(sized(role, size)).toEqual([]);
});

it.each<[ImageRole, readonly [number, number], string]>([
  ['smallLogo', [41, 41], 'listing.picture.size warning'],
  ['largeLogo', [215, 215], 'listing.picture.size warning'],
  ['largeLogo', [351, 351], 'listing.picture.size warning'],
  ['heroLogo', [1630, 580], 'listing.picture.size warning'],
  ['screenshot-1', [1920, 1080], 'listing.picture.size warning'],
  ['smallLogo', [48, 40], 'listing.picture.ratio warning'],
  ['largeLogo', [255, 115], 'listing.picture.ratio warning'],
  ['wideLogo', [255, 155], 'listing.picture.ratio warning'],
  ['screenshot-2', [1024, 768], 'listing.picture.ratio warning'],
])('warns of a %s of %j', (role, size, expected) => {
  expect(sized(role, size)).toEqual([expected]);
});

it.each<[Partial<PictureFacts>, readonly string[]]>([
  [{ format: 'jpeg' }, []],
  [{ format: 'gif' }, ['listing.picture.format warning']],
  [{ format: 'webp' }, ['listing.picture.format warning']],
  [{ format: 'svg', size: null }, ['listing.picture.format error']],
  [{ format: 'html', size: null }, ['listing.picture.format error']],
  [{ isWhole: false }, ['listing.picture.whole error']],
  [{ size: null }, ['listing.picture.whole error']],
])('judges the file %j', (picture, expected) => {
  expect(found('smallLogo', picture)).toEqual(expected);
});

it('says what is asked for', () => {
  const picture: PictureFacts = { format: 'png', size: { width: 50, height: 50 }, isWhole: true };

  const [finding] = runRules({ pictures: [{ role: 'largeLogo', pointer: '/x', picture }] }, pictureRules);

  expect(finding).toMatchObject({
    params: { picture: 'largeLogo' },
    expected: '115x115 | 216x216 - 350x350',
    actual: '50x50',
    target: { pointer: '/x' },
  });
});

it('judges nothing where there is no picture', () => {
  const { tests } = judgeByRules({ pictures: [] }, pictureRules);

  expect(new Set(tests.map(({ result }) => result))).toEqual(new Set(['notRun']));
});

it('finds the pictures of a document where they stand', () => {
  const shots = ['https://www.contoso.com/a.png', { url: 'https://www.contoso.com/b.png' }, 7, 'nowhere'];

  const places = picturePlaces(changed(goodOffer(), market('screenshots'), shots));

  const key = '/definition/offer/microsoft-azure-marketplace.screenshots';
  expect(places.map(({ role }) => role)).toEqual([
    'smallLogo',
    'mediumLogo',
    'largeLogo',
    'wideLogo',
    'screenshot-1',
    'screenshot-2',
  ]);
  expect(places.slice(4).map(({ pointer }) => pointer)).toEqual([`${key}/0`, `${key}/1/url`]);
});
