import { sourceLength } from '../../../src/domain/certification/rules/source/length';
import { faultOfLength, uploadLimits } from '../../../src/domain/offer/upload-file';

const certifies = (bytes: number): boolean =>
  sourceLength.check({ kind: 'found', bytes } as Parameters<typeof sourceLength.check>[0]).length === 0;

it('takes the largest disk that certification takes, and no larger one', () => {
  const lengths = [uploadLimits.disk, uploadLimits.disk + 512];

  expect(lengths.map((bytes) => faultOfLength('disk', bytes, undefined))).toEqual([undefined, 'tooLarge']);
  expect(lengths.map(certifies)).toEqual([true, false]);
});
