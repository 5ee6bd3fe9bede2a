import { z } from 'zod';

/** Paths are as the guest has them, with a leading `/`. Nothing here holds a password, a hash or a key. */
const path = z.string();

const osSchema = z.strictObject({
  /** `ID` and `VERSION_ID` of os-release; empty when it does not say. */
  id: z.string(),
  versionId: z.string(),
  name: z.string(),
});

const kernelSchema = z.strictObject({
  /** As `uname -r` says it, e.g. `6.1.0-28-cloud-amd64`. */
  release: z.string(),
  /** Of the package that brought it; null when no package list says so. */
  packageVersion: z.string().nullable(),
});

/** One line that sets something. */
const settingSchema = z.strictObject({ value: z.string(), file: path, line: z.number() });

const namedSettingSchema = settingSchema.extend({ name: z.string() });

const accountSchema = z.strictObject({ name: z.string(), password: z.enum(['locked', 'empty', 'set']) });

const linuxSchema = z.strictObject({
  kind: z.literal('linux'),
  fileSystem: z.enum(['ext2', 'ext3', 'ext4']),
  /** The partition that was taken for the root. */
  partition: z.number(),
  /** How many partitions hold a root of a system. */
  rootPartitions: z.number(),
  /** Other Linux partitions that could not be read, so that nobody knows what is on them. */
  unreadPartitions: z.array(z.strictObject({ number: z.number(), fileSystem: z.string() })),
  os: osSchema.nullable(),
  kernels: z.array(kernelSchema),
  /** What the default boot entry gives the kernel; null when no boot entry was found. */
  kernelCommand: settingSchema.nullable(),
  agent: z.strictObject({ version: z.string(), from: path }).nullable(),
  /** `AutoUpdate.Enabled` of waagent.conf; null where it is not said. */
  autoUpdate: settingSchema.nullable(),
  histories: z.array(z.strictObject({ path, bytes: z.number() })),
  /** Null where there is no SSH server. */
  sshServer: z
    .strictObject({
      clientAliveInterval: settingSchema.nullable(),
      passwordAuthentication: settingSchema.nullable(),
      /** By either of its names. */
      keyboardInteractive: namedSettingSchema.nullable(),
      usePam: settingSchema.nullable(),
      /** What lets some connections in with a password: lines under `Match` that say yes. */
      passwordsForSome: z.array(namedSettingSchema),
    })
    .nullable(),
  /** Of /etc/shadow. */
  accounts: z.array(accountSchema),
  authorizedKeys: z.array(z.strictObject({ path, keys: z.number() })),
  privateKeys: z.array(path),
  /** Folders among those looked through for keys that were left out: they hold what package managers unpack. */
  unsearchedFolders: z.array(path),
  /** Files and folders of which nobody can say whether they hold a key. */
  unknownKeys: z.array(path),
  cloudCredentials: z.array(path),
  /** Files of credentials of which nobody can say whether they hold any. */
  unknownCredentials: z.array(path),
  hostKeys: z.array(path),
  machineId: z.enum(['absent', 'empty', 'set']),
  /** What provisioning an earlier machine left behind. */
  leftovers: z.array(path),
  architecture: z.strictObject({ machine: z.string(), path }).nullable(),
  openSsl: z.string().nullable(),
  python: z.string().nullable(),
  /** Rows of /etc/fstab that swap. */
  swap: z.array(settingSchema),
  /** The list of what is installed, and why it could not be read; null where the system has none that is known. */
  packageList: z.strictObject({ path, problem: z.string().nullable() }).nullable(),
  /** Installed versions of the packages that a rule asks about. */
  packages: z.record(z.string(), z.string()),
});

const unreadableSchema = z.strictObject({
  kind: z.literal('unreadable'),
  reason: z.enum(['noRoot', 'fileSystem', 'damaged', 'unclean', 'tooMuch', 'tooSlow']),
  /** What was met: the kind of file system, the file that could not be read; for people. */
  detail: z.string(),
});

/** What was found inside a disk image; rules read nothing else. Kept with the artefact as `facts.guest`. */
export const guestFactsSchema = z.strictObject({
  /**
   * Raised when inspection sees more or reads something differently, also partitions: older facts are then gathered
   * anew.
   */
  revision: z.literal(7),
  system: z.discriminatedUnion('kind', [linuxSchema, unreadableSchema]),
  /** What it cost beyond the pass in which the digest was made. */
  spent: z.strictObject({ reads: z.number(), bytes: z.number() }),
});

export type GuestFacts = z.infer<typeof guestFactsSchema>;
export type LinuxGuest = z.infer<typeof linuxSchema>;
export type UnreadableGuest = z.infer<typeof unreadableSchema>;
export type Setting = z.infer<typeof settingSchema>;
export type NamedSetting = z.infer<typeof namedSettingSchema>;
