import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { api } from '../../bench/api';
import { certifyImage } from '../../bench/certify-image';
import { certifyPackage } from '../../bench/certify-package';
import { history } from '../../bench/history';
import { images } from '../../bench/images';
import { latency } from '../../bench/latency';
import { liveOverHttp } from '../../bench/live-over-http';
import { parked } from '../../bench/parked';
import { sse } from '../../bench/sse';
import { start } from '../../bench/start';
import { throughput } from '../../bench/throughput';
import { uploads } from '../../bench/uploads';
import { version } from '../../package.json';
import { commandNames } from '../../src/domain/publication/commands';
import type { RefusalCode } from '../../src/domain/publication/answers';
import type { PublicationFact } from '../../src/domain/publication/events';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { root } from './documents';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const architecture = read('docs/ARCHITECTURE.md');

// Records, not lists: the compiler asks for a new kind here, and this test for its word in the document.
const events: Readonly<Record<PublicationFact['kind'], true>> = {
  started: true,
  opened: true,
  stepChanged: true,
  messageAdded: true,
  findingsReported: true,
  emailsProvided: true,
  reviewOpened: true,
  goLiveVoted: true,
  goLiveWithdrawn: true,
  goLiveApproved: true,
  cancelRequested: true,
  reviewDecided: true,
  previewOpened: true,
  wentLive: true,
  ended: true,
  gaveUp: true,
};
const refusals: Readonly<Record<RefusalCode, true>> = {
  malformed: true,
  otherPublication: true,
  wrongState: true,
  alreadyDecided: true,
  alreadyVoted: true,
  cancelNotAllowed: true,
};
const steps = pipelineOf('microsoft-azure-virtualmachines', 'publish')?.steps ?? [];

it.each([
  ['message', commandNames],
  ['event', Object.keys(events)],
  ['refusal', Object.keys(refusals)],
  ['step', steps.map(({ id }) => id)],
  ['stage', steps.flatMap(({ stages }) => stages)],
])('ARCHITECTURE.md names every %s', (_what, names) => {
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !architecture.includes(`\`${name}\``))).toEqual([]);
});

it.each(
  Object.entries({
    history,
    throughput,
    latency,
    liveOverHttp,
    parked,
    start,
    images,
    uploads,
    certifyImage,
    certifyPackage,
    api,
    sse,
  }).flatMap(([name, { bars }]) => bars.map((bar) => [name, bar.key, bar] as const)),
)('PERFORMANCE.md has the bar of bench %s for %s', (_name, key, { atMost, atLeast }) => {
  const row = read('docs/PERFORMANCE.md')
    .split('\n')
    .find((line) => line.includes(`\`${key}\``));
  const limits = [atLeast, atMost].filter((limit) => limit !== undefined);

  expect(row).toMatch(new RegExp(limits.join(' to ') + ' +\\|'));
});

it('CHANGELOG.md begins with the version that the package has', () => {
  expect(/^## \[([^\]]+)\] - \d{4}-\d\d-\d\d$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
});

it.each(['README.md', 'system-packages.txt'])(
  '%s names the Go that builds the Temporal server',
  (document) => {
    const [, go] = /^go (\S+)$/m.exec(read('tools/temporal/go.mod')) ?? [];

    expect(read(document).replaceAll(/\s+/g, ' ')).toContain(`${go} or later`);
  },
);
