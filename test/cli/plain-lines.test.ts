import { plainLines } from '../../src/cli/watch/plain-lines';
import type { Publication } from '../../src/cli/publication';
import type { Surroundings } from '../../src/cli/surroundings';
import { publicationAt } from '../support/publication-at';

it.each([
  ['microsoft-azure-virtualmachines', 'Live: Complete\n'],
  ['staged-offer', 'Listed: Complete\n'],
] as const)('calls the last step as the portal of its offers does: %s', (offerType, expected) => {
  let told = '';
  const surroundings = { stdout: (text) => (told += text), stderr: () => undefined } satisfies Pick<
    Surroundings,
    'stdout' | 'stderr'
  >;
  const status = { ...publicationAt('live'), offerType };
  const publication: Publication = { status, progress: [], links: { status: '', preview: [], live: [] } };

  plainLines(surroundings, 'en').show(publication);

  expect(told).toContain(expected);
});
