import type { Rule } from '../../rule';
import { agentVersion } from './agent-version';
import { architecture } from './architecture';
import { authorizedKeys } from './authorized-keys';
import { autoUpdate } from './auto-update';
import { bashHistory } from './bash-history';
import { clientAliveInterval } from './client-alive-interval';
import { cloudCredentials } from './cloud-credentials';
import { defaultPassword } from './default-password';
import { emptyPassword } from './empty-password';
import { endOfLife } from './end-of-life';
import { generalised } from './generalised';
import { hostKeys } from './host-keys';
import { kernelParameters } from './kernel-parameters';
import { machineId } from './machine-id';
import { openSslVersion } from './openssl-version';
import { osKnown } from './os-known';
import { passwordAuthentication } from './password-authentication';
import { privateKeys } from './private-keys';
import { pythonVersion } from './python-version';
import { readable } from './readable';
import { rootPartition } from './root-partition';
import { sackPatch } from './sack-patch';
import { securityThreats } from './security-threats';
import { swapInFstab } from './swap-in-fstab';
import { unknownKeys } from './unknown-keys';
import { unreadPartitions } from './unread-partitions';
import { unsearchedFolders } from './unsearched-folders';
import type { GuestCase } from './linux-rule';

/** On what is inside an OS disk: whether it can be read, what it is, and what must not be left in it. */
export const guestRules: readonly Rule<GuestCase>[] = [
  readable,
  unreadPartitions,
  rootPartition,
  osKnown,
  endOfLife,
  architecture,
  sackPatch,
  securityThreats,
  kernelParameters,
  agentVersion,
  autoUpdate,
  openSslVersion,
  pythonVersion,
  clientAliveInterval,
  passwordAuthentication,
  emptyPassword,
  defaultPassword,
  authorizedKeys,
  privateKeys,
  unknownKeys,
  unsearchedFolders,
  cloudCredentials,
  hostKeys,
  machineId,
  generalised,
  bashHistory,
  swapInFstab,
];
