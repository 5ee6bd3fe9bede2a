/** One disk as a customer gets it: a read-only URL that was made for this reader and expires. */
export type DeployDisk = {
  /** `os`, or `lun0`, `lun1`, ... */
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  readonly url: string;
  /** Suggested file name. */
  readonly file: string;
  /** Fetches the disk and compares its digest; for a POSIX shell with curl and sha256sum. */
  readonly download: string;
};

/** One version of one plan in one region. */
export type DeployOption = {
  readonly planId: string;
  readonly version: string;
  /** Empty: in staging, before any region has it. */
  readonly region: string;
  readonly disks: readonly DeployDisk[];
  /** Makes a virtual machine in the reader's own subscription; for a POSIX shell with the Azure CLI. */
  readonly deploy: string;
};
