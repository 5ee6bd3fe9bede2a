import { addEntry, removeEntry } from '../../../../src/domain/offer/form/form-actions';
import { formOf } from '../../../../src/domain/offer/form/offer-forms-schema';
import { nameOf } from '../../../../src/domain/offer/form/placed';
import { valueAt, pointerOf } from '../../../../src/domain/offer/pointer';
import type { Path } from '../../../../src/domain/offer/walk';
import { goodOffer, machine, market } from '../good-offer';

const form = formOf('microsoft-azure-virtualmachines');

type Row = readonly [list: string, path: Path, added: Path, value: unknown];
it.each<Row>([
  ['useful link', market('usefulLinks'), market('usefulLinks', 2), {}],
  ['screenshot, an address', market('screenshots'), market('screenshots', 1), ''],
  ['image version, the next one', machine('vmImages'), machine('vmImages', '1.0.1'), {}],
  [
    'data disk, with its LUN',
    machine('vmImages', '1.0.0', 'lunVhdDetails'),
    machine('vmImages', '1.0.0', 'lunVhdDetails', 0),
    { lun: 0 },
  ],
  ['open port', machine('openPorts'), machine('openPorts', 2), { protocol: 'tcp' }],
  [
    'private audience that was not there before',
    ['definition', 'plans', 0, 'restrictedAudience', 'manualEntries'],
    ['definition', 'plans', 0, 'restrictedAudience', 'manualEntries', 0],
    { type: 'subscriptionId' },
  ],
])('adds a %s, and takes it away again', (_list, path, added, value) => {
  const document = goodOffer();

  const more = addEntry(form, document, nameOf(path));
  const less = removeEntry(form, more?.document ?? {}, nameOf(added));

  expect(more?.path).toEqual(added);
  expect(valueAt(more?.document, pointerOf(added))).toEqual(value);
  expect(valueAt(less?.document, pointerOf(added))).toBeUndefined();
});

it('adds a plan whose fields a publisher would choose first are chosen', () => {
  const more = addEntry(form, goodOffer(), '/definition/plans');

  expect(valueAt(more?.document, '/definition/plans/1')).toMatchObject({
    'microsoft-azure-virtualmachines.cloudAvailability': ['PublicAzure'],
  });
});

it.each(['/definition/offer', '/definition/plans/0/planId', '/definition/nothing', ''])(
  'removes nothing that is no entry of a list: %s',
  (name) => {
    expect(removeEntry(form, goodOffer(), name)).toBeUndefined();
  },
);
