import { packageFactsOf } from '../src/domain/certification/package-roles';
import { packageRules } from '../src/domain/certification/rules/azure-application/table';
import { judgeByRules } from '../src/domain/certification/run-rules';
import { packageFileOf } from '../src/inspection/package/package-file';
import { type Bench, type Figures, percentile } from './figures';
import { samplePackage } from './sample-package';

/** Long enough for the compiler to have seen everything. */
const warmUp = 100;
const rounds = 200;

export const certifyPackage: Bench = {
  summary: 'certifying a package of 200 resources in 30 nested templates, against JSON.parse of its texts',
  bars: [{ key: 'ratioToParsing', atMost: 10 }],
  run: () => Promise.resolve(measured()),
};

/** Both begin with the bytes that were read and end in memory; what a disk takes is no part of it. */
function measured(): Figures {
  const files = samplePackage().map(({ path, text }) => ({ path, content: new TextEncoder().encode(text) }));
  const certified: number[] = [];
  const parsed: number[] = [];
  let findings = 0;
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const parsing = timed(() =>
      files.map(({ content }): unknown => JSON.parse(new TextDecoder().decode(content))),
    );
    const certifying = timed(() => {
      findings = certify(files);
    });
    if (round < warmUp) continue;
    parsed.push(parsing);
    certified.push(certifying);
  }
  return {
    packageBytes: files.reduce((bytes, { content }) => bytes + content.length, 0),
    findings,
    parsingMs: usual(parsed),
    certifyingMs: usual(certified),
    ratioToParsing: usual(certified) / usual(parsed),
  };
}

/** The lower quartile: what interrupts a round, interrupts the longer work more often. */
const usual = (samples: readonly number[]): number => percentile(samples, 0.25);

type Content = { readonly path: string; readonly content: Uint8Array };

function certify(contents: readonly Content[]): number {
  const files = contents.map(({ path, content }) =>
    packageFileOf(path, content.length, { head: content.subarray(0, 4), content }),
  );
  const entries = files.map(({ path, bytes }) => ({
    name: path,
    kind: 'file' as const,
    bytes,
    packedBytes: bytes,
    isEncrypted: false,
    isUtf8: true,
    method: 0,
  }));
  const facts = packageFactsOf({ form: 'folder', files, entries, faults: [], archiveBytes: null });
  return judgeByRules(facts, packageRules).findings.length;
}

/** Milliseconds of the processor, which do not count what else the machine does meanwhile. */
function timed(work: () => unknown): number {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}
