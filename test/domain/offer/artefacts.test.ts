import { artefactsOf } from '../../../src/domain/offer/artefacts';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';

const vm = 'microsoft-azure-virtualmachines';
const url = (name: string): string => `https://h.example/vhds/${name}.vhd?sig=x`;

const image = (name: string, luns: readonly (number | string)[] = []): Record<string, unknown> => ({
  osVhdUrl: url(name),
  lunVhdDetails: luns.map((lun) => ({ lun, vhdUrl: url(`${name}-${lun}`) })),
});

const documentWith = (plans: unknown): OfferDocument => ({ definition: { plans } });

describe('artefactsOf', () => {
  it('lists every disk of every plan and version in a fixed order', () => {
    const document = documentWith([
      {
        planId: 'big',
        [`${vm}.operatingSystemFamily`]: 'Windows',
        [`${vm}.vmImages`]: { '1.10.0': image('c'), '1.9.0': image('a', [1, '0']) },
      },
      {
        planId: 'small',
        [`${vm}.operatingSystemFamily`]: 'Linux',
        [`${vm}.vmImages`]: { '2.0.0': image('b') },
      },
    ]);

    const artefacts = artefactsOf(document);

    expect(
      artefacts.map((one) => [one.artefactId, one.kind, one.kind === 'package' ? '' : one.osFamily]),
    ).toEqual([
      ['big/1.9.0/os', 'osDisk', 'Windows'],
      ['big/1.9.0/lun0', 'dataDisk', 'Windows'],
      ['big/1.9.0/lun1', 'dataDisk', 'Windows'],
      ['big/1.10.0/os', 'osDisk', 'Windows'],
      ['small/2.0.0/os', 'osDisk', 'Linux'],
    ]);
  });

  it('points at exactly the field each URL stands in', () => {
    const document = documentWith([{ planId: 'p', [`${vm}.vmImages`]: { '1.0.0': image('a', [1, 0]) } }]);

    for (const { pointer, url: found } of artefactsOf(document))
      expect(valueAt(document, pointer)).toBe(found);
    expect(artefactsOf(document)).toHaveLength(3);
  });

  it.each([
    ['an offer without plans', documentWith(undefined)],
    ['a plan without disks', documentWith([{ planId: 'text-only' }])],
    ['an empty URL', documentWith([{ planId: 'p', [`${vm}.vmImages`]: { '1.0.0': { osVhdUrl: '' } } }])],
    ['a plan without id', documentWith([{ [`${vm}.vmImages`]: { '1.0.0': image('a') } }])],
    ['wrong types everywhere', documentWith([null, 7, [], { planId: 'p', [`${vm}.vmImages`]: [3, 'x'] }])],
    ['no document worth the name', { definition: 'x' }],
  ])('finds nothing in %s', (_name, document) => {
    expect(artefactsOf(document)).toEqual([]);
  });
});
