import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import type { Component } from '../component';
import { flags } from '../process/flags';

/** A real SMTP server that delivers nothing and shows every mail on a web page (and as JSON at `/email`). */
export function inboxComponent(server: {
  readonly folder: string;
  readonly smtpPort: number;
  readonly webPort: number;
}): Component {
  const page = `http://127.0.0.1:${server.webPort}`;
  return {
    name: 'inbox',
    address: page,
    ports: [server.smtpPort, server.webPort],
    prepare: async () => void (await mkdir(server.folder, { recursive: true })),
    command: {
      file: process.execPath,
      args: [
        require.resolve('maildev/bin/maildev'),
        ...flags({
          ip: '127.0.0.1',
          smtp: server.smtpPort,
          web: server.webPort,
          'mail-directory': server.folder,
        }),
      ],
    },
    answers: async () => {
      await smtpGreets(server.smtpPort);
      const answer = await fetch(`${page}/healthz`, { signal: AbortSignal.timeout(2000) });
      if (!answer.ok) throw new Error(`the inbox's page answered ${answer.status}`);
    },
  };
}

function smtpGreets(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 2000 });
    const end = (error?: Error): void => {
      socket.destroy();
      if (error === undefined) resolve();
      else reject(error);
    };
    socket.once('data', (greeting) =>
      end(greeting.toString().startsWith('220') ? undefined : new Error('SMTP refused the connection')),
    );
    socket.once('timeout', () => end(new Error('no SMTP greeting')));
    socket.once('error', end);
  });
}
