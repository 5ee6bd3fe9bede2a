import type { OsFamily } from '../offer/artefacts';
import type { DeployDisk } from './deploy-option';
import { command, quoted } from './shell';

type Source = Pick<DeployDisk, 'url' | 'file' | 'digest'>;

export type MachineRequest = {
  readonly name: string;
  /** Empty: the reader chooses one. */
  readonly region: string;
  readonly osFamily: OsFamily;
  readonly size?: string;
};

/** Downloads a disk and proves that it is the certified one. */
export function downloadCommand({ url, file, digest }: Source): string {
  return [
    `curl --fail --location --output ${quoted(file)} ${quoted(url)}`,
    `echo ${quoted(`${digest}  ${file}`)} | sha256sum --check`,
  ].join(' \\\n  && ');
}

/**
 * The documented way from a read-only URL to a machine: copy the disks into a storage account of the reader's own
 * subscription, make an image of them, create the machine. The reader fills in the first two lines.
 */
export function deployCommand(machine: MachineRequest, disks: readonly Source[]): string {
  const [osDisk, ...dataDisks] = disks;
  if (osDisk === undefined) return '';
  return [
    'RESOURCE_GROUP=my-resource-group',
    'STORAGE_ACCOUNT=mystorageaccount',
    ...(machine.region === '' ? ['LOCATION=westeurope'] : []),
    ...(machine.osFamily === 'Windows' ? ["read -rsp 'Administrator password: ' PASSWORD"] : []),
    `az storage container create --account-name "$STORAGE_ACCOUNT" --name vhds`,
    ...disks.map(copyCommand),
    ...disks.map(waitCommand),
    imageCommand(machine, osDisk, dataDisks),
    machineCommand(machine),
  ].join('\n');
}

function copyCommand({ url, file }: Source): string {
  return command(
    'az storage blob copy start',
    `--account-name "$STORAGE_ACCOUNT"`,
    '--destination-container vhds',
    `--destination-blob ${quoted(file)}`,
    `--source-uri ${quoted(url)}`,
  );
}

function waitCommand({ file }: Source): string {
  const status = command(
    'az storage blob show',
    `--account-name "$STORAGE_ACCOUNT"`,
    '--container-name vhds',
    `--name ${quoted(file)}`,
    '--query properties.copy.status --output tsv',
  );
  return `while [ "$(${status})" = pending ]; do sleep 10; done`;
}

function imageCommand(machine: MachineRequest, osDisk: Source, dataDisks: readonly Source[]): string {
  return command(
    'az image create',
    `--resource-group "$RESOURCE_GROUP"`,
    `--name ${quoted(machine.name)}`,
    `--location ${machine.region === '' ? '"$LOCATION"' : quoted(machine.region)}`,
    `--os-type ${machine.osFamily}`,
    `--source ${copyOf(osDisk)}`,
    ...(dataDisks.length > 0 ? [`--data-disk-sources ${dataDisks.map(copyOf).join(' ')}`] : []),
  );
}

function machineCommand({ name, region, osFamily, size }: MachineRequest): string {
  return command(
    'az vm create',
    `--resource-group "$RESOURCE_GROUP"`,
    `--name ${quoted(name)}`,
    `--location ${quoted(region)}`,
    `--image ${quoted(name)}`,
    ...(size === undefined ? [] : [`--size ${quoted(size)}`]),
    osFamily === 'Windows'
      ? `--admin-username azureuser --admin-password "$PASSWORD"`
      : '--admin-username azureuser --generate-ssh-keys',
  );
}

function copyOf({ file }: Source): string {
  return `"https://$STORAGE_ACCOUNT.blob.core.windows.net/vhds/${file}"`;
}
