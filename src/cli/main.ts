import { runCli } from './run';

void runCli(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
