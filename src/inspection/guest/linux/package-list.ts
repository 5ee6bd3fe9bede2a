import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';

/** Versions of what is installed, by package; of RPM's list only those that rules ask about. */
export type Packages = {
  readonly list: LinuxGuest['packageList'];
  readonly versions: ReadonlyMap<string, string>;
};
