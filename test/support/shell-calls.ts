import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a command with every tool replaced by one that only notes its arguments. */
export function callsOf(script: string): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  try {
    const note = `#!/bin/sh\nprintf '%s\\037' "$(basename "$0")" "$@" >> ${folder}/calls\nprintf '\\036' >> ${folder}/calls\n`;
    for (const tool of ['az', 'curl', 'sha256sum']) writeFileSync(join(folder, tool), note, { mode: 0o755 });
    const { status } = spawnSync('/bin/sh', ['-ec', script], {
      env: { PATH: `${folder}:/usr/bin:/bin` },
    });
    const calls = spawnSync('/bin/cat', [`${folder}/calls`]).stdout.toString();
    expect(status).toBe(0);
    return calls
      .split('\x1e')
      .filter(Boolean)
      .map((call) => call.split('\x1f').slice(0, -1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
