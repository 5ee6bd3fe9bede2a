import type { Component } from '../../src/local/component';

/** A real process that answers HTTP on a port; `script` may add to what it does. */
export function tinyServer(name: string, port: number, script = ''): Component {
  const serve = `require('node:http').createServer((_, answer) => answer.end('here')).listen(${port}, '127.0.0.1');`;
  return {
    name,
    address: `127.0.0.1:${port}`,
    command: { file: process.execPath, args: ['-e', `${serve}${script}`] },
    answers: async () => {
      await fetch(`http://127.0.0.1:${port}`);
    },
  };
}
