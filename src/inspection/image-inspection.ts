import type { ImageFacts, VhdFooter } from '../domain/certification/image-facts-schema';
import { sectorBytes } from '../domain/certification/sizes';
import { type PageRange, countBytes } from '../domain/replication/page-ranges';
import { openRangeList } from '../domain/replication/range-list';
import type { Digests, ImageInspection } from '../services/ports';
import { openCaptures } from './captures';
import { beginsWithFooterCopy, formatOf } from './image-format';
import { tailBytes } from './partitions/gpt-backup';
import { gatherPartitions, headBytes } from './partitions/partition-tables';
import { footerBytes, parseVhdFooter } from './vhd-footer';
import { scanForData } from './zero-scan';

/**
 * Learns everything about a disk image of `bytes` bytes in the one pass in which it is copied: digest, where data
 * is, and the facts that rules read. Holds the first MiB, the last 64 KiB and a few sectors, whatever the image's size.
 */
export function inspectImage(bytes: number, digests: Digests): ImageInspection {
  const hash = digests.sha256();
  const captures = openCaptures();
  const data = openRangeList();
  let position = 0;
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  let footer: VhdFooter | undefined;
  let partitionsOn: ReturnType<typeof gatherPartitions> | undefined;

  captures.want(0, Math.min(headBytes, bytes), (content) => {
    head = content ?? head;
    partitionsOn = gatherPartitions(captures, head);
  });
  captures.want(Math.max(bytes - footerBytes, 0), Math.min(footerBytes, bytes), (content) => {
    footer = content && parseVhdFooter(content);
  });
  const tailSector = Math.max(Math.floor((bytes - tailBytes) / sectorBytes), 0);
  captures.want(tailSector * sectorBytes, bytes - tailSector * sectorBytes, (content) => {
    tail = content ?? tail;
  });

  return {
    data(piece) {
      let span: PageRange | undefined;
      hash.update(piece);
      scanForData(piece, (start, end) => {
        data.add(position + start, position + end);
        span = { start: span?.start ?? start, end };
      });
      captures.pass(piece.length, piece);
      position += piece.length;
      return span;
    },
    async zeros(count) {
      await hash.zeros(count);
      captures.pass(count, undefined);
      position += count;
    },
    finish() {
      captures.end();
      const diskSectors = Math.floor((footer ? bytes - footerBytes : bytes) / sectorBytes);
      const ranges = data.ranges();
      const facts: ImageFacts = {
        revision: 5,
        bytes: position,
        dataBytes: countBytes(ranges),
        format: footer ? 'vhd' : formatOf(head),
        footer: footer ?? null,
        footerCopyAtStart: beginsWithFooterCopy(head),
        ...(partitionsOn ?? gatherPartitions(captures, head))(diskSectors, {
          tail,
          firstSector: tailSector,
        }),
      };
      return { digest: hash.digest(), ranges, facts };
    },
  };
}
