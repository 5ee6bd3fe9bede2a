import { DatabaseFault } from './database-fault';

/** Tags of what makes a version (RPM's header format). */
const tags = { version: 1001, release: 1002, epoch: 1003 } as const;
const text = 6;
const number = 4;
const entryBytes = 16;

/** Real ones have about a hundred entries; what is asked for stands in front of everything long. */
const mostEntries = 4096;
const mostBytes = 256 * 1024;
const longestText = 256;

/** `[epoch:]version-release`. `beginning` gives as many bytes of the header as are asked for and there. */
export async function versionInHeader(beginning: (bytes: number) => Promise<Buffer>): Promise<string> {
  const counts = await beginning(8);
  if (counts.length < 8) throw new DatabaseFault('a package in it is cut off');
  const entries = counts.readUInt32BE(0);
  const data = 8 + entries * entryBytes;
  if (entries > mostEntries) throw new DatabaseFault('a package in it has too many entries');
  const index = await beginning(data);
  if (index.length < data) throw new DatabaseFault('a package in it is cut off');

  const bytesOf = async (tag: number, type: number): Promise<Buffer | undefined> => {
    const offset = offsetOf(index, tag, type);
    if (offset === undefined) return undefined;
    const start = data + offset;
    if (start > mostBytes) throw new DatabaseFault('a package in it is too large');
    return (await beginning(start + longestText)).subarray(start);
  };
  const version = textIn(await bytesOf(tags.version, text));
  const release = textIn(await bytesOf(tags.release, text));
  const epoch = await bytesOf(tags.epoch, number);
  if (version === undefined || release === undefined)
    throw new DatabaseFault('a package in it has no version');
  return `${epoch && epoch.length >= 4 ? `${epoch.readUInt32BE(0)}:` : ''}${version}-${release}`;
}

function offsetOf(index: Buffer, tag: number, type: number): number | undefined {
  for (let at = 8; at < index.length; at += entryBytes) {
    if (index.readUInt32BE(at) === tag && index.readUInt32BE(at + 4) === type)
      return index.readUInt32BE(at + 8);
  }
  return undefined;
}

/** Only what a version may consist of: it is shown to people. */
function textIn(bytes: Buffer | undefined): string | undefined {
  const end = bytes?.indexOf(0) ?? -1;
  const found = bytes?.toString('latin1', 0, Math.max(end, 0)) ?? '';
  return /^[\w.+~^]+$/.test(found) ? found : undefined;
}
