import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, textOf } from '../guest-files';

type Leftovers = Pick<LinuxGuest, 'hostKeys' | 'machineId' | 'leftovers'>;

const mostPaths = 50;

/** What an image still has of the machine that it was made from. */
export async function gatherLeftovers(files: GuestFiles): Promise<Leftovers> {
  const ssh = await files.list('/etc/ssh');
  const hostKeys = ssh.filter((name) => /^ssh_host_\w*key$/.test(name)).map((name) => `/etc/ssh/${name}`);
  return {
    hostKeys: hostKeys.slice(0, mostPaths),
    machineId: await machineIdOf(files),
    leftovers: [...(await agentsState(files)), ...(await cloudInitState(files))].slice(0, mostPaths),
  };
}

/** systemd makes a new one where the file is empty, or says `uninitialized`. */
async function machineIdOf(files: GuestFiles): Promise<Leftovers['machineId']> {
  const id = await textOf(files, '/etc/machine-id');
  if (id === undefined) return 'absent';
  return id.trim() === '' || id.trim() === 'uninitialized' ? 'empty' : 'set';
}

/** The certificates, settings and marks that provisioning leaves; deprovisioning removes them. */
async function agentsState(files: GuestFiles): Promise<readonly string[]> {
  const folder = '/var/lib/waagent';
  const names = await files.list(folder);
  const isState = (name: string): boolean =>
    /^(?:provisioned|ovf-env\.xml|.*\.(?:prv|p7m|pem|crt))$/.test(name);
  return names.filter(isState).map((name) => `${folder}/${name}`);
}

async function cloudInitState(files: GuestFiles): Promise<readonly string[]> {
  const folder = '/var/lib/cloud';
  const instances = (await files.list(`${folder}/instances`)).map((name) => `${folder}/instances/${name}`);
  const current = (await files.look(`${folder}/instance`)) === undefined ? [] : [`${folder}/instance`];
  return [...current, ...instances];
}
