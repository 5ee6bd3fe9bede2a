import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages } from '../../src/local/sample/disk-packages';
import { diskTree } from '../../src/local/sample/disk-tree';
import { layOutTree } from '../../src/local/sample/lay-out-tree';
import { noiseNumber } from '../../src/local/sample/noise';
import { debianTree } from './debian-tree';

/** The files of a Linux system that keeps every rule. */
export type BaseTree = {
  /** For the names of tests. */
  readonly madeOf: string;
  /** Makes a new folder with them. */
  readonly layOut: (folder: string) => void;
};

export const kernel = '6.1.0-28-cloud-amd64';

/** The sample disk's tree, written by hand, without its payload: small, so that most of it is structure. */
export const sampleTree: BaseTree = {
  madeOf: 'the sample’s files',
  layOut: (folder) =>
    layOutTree(
      folder,
      diskTree.filter((entry) => entry.kind !== 'file' || noiseNumber(entry.content) === undefined),
    ),
};

/**
 * Debian's own packages, and from the sample what none of them brings: accounts, fstab, boot menu and kernel are made by
 * scripts that nobody runs here. Where the packages cannot be had, the sample's tree, and the reason is told.
 */
export function proofTree(): BaseTree {
  const debian = debianTree();
  if ('whyNot' in debian) {
    process.stderr.write(`No tree of Debian's packages, so the sample's is inspected: ${debian.whyNot}\n`);
    return sampleTree;
  }
  return {
    madeOf: 'Debian’s packages',
    layOut(folder) {
      sampleTree.layOut(folder);
      execFileSync('cp', ['-a', '--remove-destination', `${debian.folder}/.`, folder], { stdio: 'pipe' });
      const kernelRow = installedPackages(kernel).slice(-5);
      appendFileSync(join(folder, 'var/lib/dpkg/status'), `\n${kernelRow.join('\n')}`);
      // As whoever makes images for the marketplace sets them; the packages have it otherwise.
      appendFileSync(join(folder, 'etc/ssh/sshd_config'), serverSettings.join('\n'));
      appendFileSync(join(folder, 'etc/waagent.conf'), 'AutoUpdate.Enabled=y\n');
    },
  };
}

const serverSettings = ['PermitRootLogin no', 'PasswordAuthentication no', 'ClientAliveInterval 180', ''];
