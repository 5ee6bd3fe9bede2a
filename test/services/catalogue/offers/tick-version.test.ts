import { etagOf, nextTickVersion } from '../../../../src/services/catalogue/offers/tick-version';

it('counts .NET ticks, exact beyond 2^53', () => {
  expect(nextTickVersion(0n, new Date('2018-03-19T12:46:16.576Z'))).toBe(636570603765760000n);
});

it('grows even when the clock stands still or goes back', () => {
  const now = new Date('2030-01-01T00:00:00Z');

  const first = nextTickVersion(0n, now);
  const second = nextTickVersion(first, now);
  const third = nextTickVersion(second, new Date('2029-01-01T00:00:00Z'));

  expect([second - first, third - second]).toEqual([1n, 1n]);
});

it('writes an entity tag the way the Cloud Partner Portal does', () => {
  const ticks = nextTickVersion(0n, new Date('2017-06-07T06:15:40.477Z')) + 1399n;

  expect(etagOf(ticks)).toBe(`W/"datetime'2017-06-07T06%3A15%3A40.4771399Z'"`);
});
