import { isId, offerKeyOf, workflowIdOf } from '../../../src/domain/offer/ids';

describe('ids', () => {
  it.each(['a', '0', 'linux-vm', 'my_offer-2', 'x'.repeat(50)])('%s is one', (id) => {
    expect(isId(id)).toBe(true);
  });

  it.each(['', '-a', '_a', 'A', 'a.b', 'a/b', 'a b', 'é', 'x'.repeat(51), 'a\n', 7, null, ['a']])(
    '%p is none',
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );

  it('name a workflow, and are found again in its name', () => {
    const offer = { publisherId: 'contoso', offerId: 'linux-vm' };

    expect(workflowIdOf(offer)).toBe('publication.contoso.linux-vm');
    expect(offerKeyOf(workflowIdOf(offer))).toEqual(offer);
  });

  it.each(['', 'publication', 'publication.a', 'publication.a.b.c', 'other.a.b', 'publication.A.b'])(
    'are not found in %p',
    (workflowId) => {
      expect(offerKeyOf(workflowId)).toBeUndefined();
    },
  );
});
