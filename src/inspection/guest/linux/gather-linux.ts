import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { followLinks } from '../followed-links';
import type { GuestFiles } from '../guest-files';
import { gatherAccounts } from './accounts';
import { gatherAgent } from './agent';
import { gatherArchitecture } from './architecture';
import { gatherHomes, gatherKeys } from './homes';
import { gatherKernelCommand } from './kernel-command';
import { gatherKernels } from './kernels';
import { gatherLeftovers } from './leftovers';
import { gatherOs } from './os';
import { readPackages } from './packages';
import { peopleIn } from './people';
import { readSshServer } from './ssh-server';
import { gatherSwap } from './swap';
import { gatherVersions } from './versions';

type Place = 'kind' | 'fileSystem' | 'partition' | 'rootPartitions' | 'unreadPartitions';

/** Everything that rules ask about a Linux system, from its files alone. One after another: the reader has one voice. */
export async function gatherLinux(mounted: GuestFiles): Promise<Omit<LinuxGuest, Place>> {
  const files = followLinks(mounted);
  const packages = await readPackages(files);
  const sshServer = await readSshServer(files);
  const people = await peopleIn(files);
  const facts = {
    os: await gatherOs(files),
    kernels: await gatherKernels(files, packages),
    kernelCommand: await gatherKernelCommand(files),
    ...(await gatherAgent(files, packages)),
    ...(await gatherHomes(files, people, sshServer?.authorizedKeysFiles ?? [])),
    sshServer: sshServer?.facts ?? null,
    accounts: await gatherAccounts(files),
    ...(await gatherLeftovers(files)),
    architecture: await gatherArchitecture(files),
    ...(await gatherVersions(files, packages)),
    swap: await gatherSwap(files),
  };
  // Last: what it may read can end in one large folder, and everything else is known then.
  return { ...facts, ...(await gatherKeys(files, people)) };
}
