import type { LinuxGuest, Setting } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf, textOf } from '../guest-files';
import { agentPackages } from './asked-packages';
import type { Packages } from './package-list';

const settingsFile = '/etc/waagent.conf';

/** The Azure Linux Agent: the packages' word first, then that of its own files. */
export async function gatherAgent(
  files: GuestFiles,
  packages: Packages,
): Promise<Pick<LinuxGuest, 'agent' | 'autoUpdate'>> {
  const agent = fromPackages(packages) ?? (await fromPython(files)) ?? (await fromProgram(files)) ?? null;
  return { agent, autoUpdate: await autoUpdateIn(files) };
}

function fromPackages({ list, versions }: Packages): LinuxGuest['agent'] | undefined {
  const version = agentPackages.map((name) => versions.get(name)).find((each) => each !== undefined);
  return version === undefined || list === null ? undefined : { version: upstream(version), from: list.path };
}

/** Without a distribution's epoch and revision. */
function upstream(version: string): string {
  return version.replace(/^\d+:/, '').replace(/[-+~].*$/, '');
}

async function fromPython(files: GuestFiles): Promise<LinuxGuest['agent'] | undefined> {
  for (const folder of await pythonFolders(files)) {
    const names = await files.list(folder);
    if (names.includes('azurelinuxagent')) {
      const from = `${folder}/azurelinuxagent/common/version.py`;
      const [, version] =
        /^AGENT_VERSION *= *['"]([\d.]+)['"]/m.exec((await textOf(files, from)) ?? '') ?? [];
      if (version !== undefined) return { version, from };
    }
    for (const name of names) {
      const [, version] =
        /^WALinuxAgent-([\d.]+?)(?:-py[\d.]+)?\.(?:egg|egg-info|dist-info)$/i.exec(name) ?? [];
      if (version !== undefined) return { version, from: `${folder}/${name}` };
    }
  }
  return undefined;
}

async function pythonFolders(files: GuestFiles): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const lib of ['/usr/lib', '/usr/local/lib', '/usr/lib64']) {
    const pythons = (await files.list(lib)).filter((name) => /^python\d[\d.]*$/.test(name));
    for (const python of pythons)
      folders.push(`${lib}/${python}/dist-packages`, `${lib}/${python}/site-packages`);
  }
  return folders;
}

/** Version 2.0 was one script. */
async function fromProgram(files: GuestFiles): Promise<LinuxGuest['agent'] | undefined> {
  const from = '/usr/sbin/waagent';
  const [, version] =
    /^GuestAgentVersion *= *["']WALinuxAgent-([\d.]+)/m.exec((await textOf(files, from)) ?? '') ?? [];
  return version === undefined ? undefined : { version, from };
}

/** The last one counts, as the agent reads its file. */
async function autoUpdateIn(files: GuestFiles): Promise<Setting | null> {
  const lines = await linesOf(files, settingsFile);
  const settings = lines.flatMap((text, index) => {
    const [, value] = /^\s*AutoUpdate\.Enabled\s*=\s*(\S+)/.exec(text) ?? [];
    return value === undefined ? [] : [{ value: value.toLowerCase(), file: settingsFile, line: index + 1 }];
  });
  return settings.at(-1) ?? null;
}
