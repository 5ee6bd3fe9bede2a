import { api } from './api';
import { certifyImage } from './certify-image';
import { certifyPackage } from './certify-package';
import { type Bench, keeps, rounded } from './figures';
import { history } from './history';
import { images } from './images';
import { latency } from './latency';
import { liveOverHttp } from './live-over-http';
import { outages } from './outages';
import { parked } from './parked';
import { sse } from './sse';
import { start } from './start';
import { throughput } from './throughput';
import { uploads } from './uploads';

const benches: Readonly<Record<string, Bench>> = {
  history,
  throughput,
  latency,
  'live-over-http': liveOverHttp,
  parked,
  start,
  images,
  uploads,
  'certify-image': certifyImage,
  'certify-package': certifyPackage,
  api,
  sse,
  outages,
};

const help = `Usage: npm run bench -- <name> [--json]

Measures the product and a floor workflow in the same run, on a server of its own; quote the ratios.
${Object.entries(benches)
  .map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`)
  .join('\n')}

  --json   one JSON object on stdout: { bench, figures, bars: [{ key, atMost?, atLeast?, value, ok }] }
`;

async function main([name = '', ...flags]: readonly string[]): Promise<number> {
  if (name === '--help') {
    process.stdout.write(help);
    return 0;
  }
  const bench = benches[name];
  if (bench === undefined) {
    process.stderr.write(`There is no bench "${name}".\n${help}`);
    return 2;
  }
  const figures = rounded(await bench.run());
  const bars = bench.bars.map((bar) => {
    const value = figures[bar.key] ?? Number.NaN;
    return { ...bar, value, ok: keeps(bar, value) };
  });
  if (flags.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ bench: name, figures, bars })}\n`);
    return 0;
  }
  for (const [key, value] of Object.entries(figures)) {
    const bar = bars.find((each) => each.key === key);
    const limit =
      bar &&
      `  ${bar.ok ? 'keeps' : 'MISSES'} the bar ${bar.atMost === undefined ? `>= ${bar.atLeast}` : `<= ${bar.atMost}`}`;
    process.stdout.write(`${key.padEnd(34)}${String(value).padStart(12)}${limit ?? ''}\n`);
  }
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `The bench could not run: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
