/**
 * Makes `disk.fixture.br`, from which `npm start` writes the sample VM image. Run it after a change to the files named
 * in `disk-tree.ts`:
 *
 *     sudo npx tsx src/local/sample/make-disk.ts      (root, so that the disk's files belong to root)
 *
 * It needs mke2fs and debugfs (Debian: e2fsprogs 1.47) and sfdisk (fdisk). Every id, seed and time is fixed: with the
 * same versions of these tools, the same tree gives the same bytes.
 *
 * The disk: an MBR whose boot code says what it is, nothing else in the first MiB, one ext4 partition from sector 2048
 * on, the VHD footer. Most of its data are large files of noise. mke2fs lays them out holding numbered placeholders; the
 * fixture keeps only which placeholders ended up where, and `disk.ts` puts the noise there.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootCode } from './boot-code';
import { fixturePath } from './disk';
import { packFixture } from './disk-fixture';
import { diskTree } from './disk-tree';
import { layOutTree } from './lay-out-tree';
import { readSegments } from './read-segments';
import { vhdFooter } from './vhd-footer';

const diskBytes = 1024 * 1024 * 1024;
const partitionStart = 2048 * 512;
const madeAt = Date.UTC(2024, 11, 1) / 1000;
const fileSystemId = '5a0f6b1e-0c41-4d57-9a3e-2f1b7c8d9e10';
const diskId = '7d3c2b1a-4f5e-4a6b-8c9d-0e1f2a3b4c5d';

/** Instead of the machine's own mke2fs.conf; only features that every reader of ext4 knows. */
const mke2fsConf = `
[fs_types]
  ext4 = {
    base_features = has_journal,ext_attr,dir_index,filetype,extent,64bit,flex_bg,sparse_super,large_file
    features = huge_file,dir_nlink,extra_isize,metadata_csum
    blocksize = 4096
    inode_size = 256
  }
`;

const folder = mkdtempSync(join(tmpdir(), 'sample-disk-'));
try {
  const tree = join(folder, 'tree');
  layOutTree(tree, diskTree);
  const image = join(folder, 'disk.img');
  makeImage(image, tree);
  const footer = vhdFooter({ bytes: diskBytes, madeAt, uuid: diskId });
  const { segments, content } = readSegments(image);
  const end = diskBytes + footer.length;
  const packed = packFixture({
    bytes: end,
    segments: [...segments, { start: diskBytes, end }],
    content: Buffer.concat([content, footer]),
  });
  writeFileSync(fixturePath, packed);
  console.log(`${fixturePath}: ${packed.length} bytes, ${segments.length + 1} segments`);
} finally {
  rmSync(folder, { recursive: true });
}

function writeAt(path: string, bytes: Buffer, position: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, position);
  closeSync(file);
}

function makeImage(image: string, tree: string): void {
  execFileSync('truncate', ['-s', String(diskBytes), image]);
  const table = `label: dos\nlabel-id: 0x${diskId.slice(0, 8)}\nstart=2048, type=83, bootable\n`;
  execFileSync('sfdisk', ['--quiet', image], { input: table });
  writeAt(image, bootCode(), 0);
  const conf = join(folder, 'mke2fs.conf');
  writeFileSync(conf, mke2fsConf);
  const env = { ...process.env, E2FSPROGS_FAKE_TIME: String(madeAt), MKE2FS_CONFIG: conf };
  const extended = `offset=${partitionStart},root_owner=0:0,hash_seed=${fileSystemId},lazy_itable_init=1`;
  const options = ['-q', '-t', 'ext4', '-N', '16384', '-m', '1', '-J', 'size=16', '-U', fileSystemId];
  const size = `${(diskBytes - partitionStart) / 1024}k`;
  execFileSync('mke2fs', [...options, '-L', 'sample-root', '-E', extended, '-d', tree, image, size], { env });
  const paths = ['', 'lost+found', ...diskTree.map(({ path }) => path)];
  const commands = paths.flatMap((path) =>
    ['ctime', 'atime', 'mtime', 'crtime'].map((field) => `set_inode_field /${path} ${field} @${madeAt}`),
  );
  const script = join(folder, 'times.debugfs');
  writeFileSync(script, `${commands.join('\n')}\n`);
  execFileSync('debugfs', ['-w', '-f', script, `${image}?offset=${partitionStart}`], { env, stdio: 'pipe' });
}
