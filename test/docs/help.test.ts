import type { documentedCommands } from './commands';
import { typed } from './type';

type Command = (typeof documentedCommands)['test/docs/help.test.ts'][number];

const explained: Readonly<Record<Command, RegExp>> = {
  'npm start -- --help': /--go-live .*--exit .*--empty .*--again .*--reset /s,
  'npm run -s offer -- --help': /^Usage: offer .*status .*go-live .*doctor .*Exit codes:/s,
  'npm run -s bench -- --help': /^Usage: npm run bench .*history .*throughput .*latency .*parked .*start /s,
};

it.each(Object.entries(explained))('%s explains itself and does nothing else', async (command, words) => {
  expect(await typed(command)).toMatch(words);
});
