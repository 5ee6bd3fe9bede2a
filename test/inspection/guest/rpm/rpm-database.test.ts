import fc from 'fast-check';
import { gatherLinux } from '../../../../src/inspection/guest/linux/gather-linux';
import { isAskedPackage } from '../../../../src/inspection/guest/linux/asked-packages';
import { DatabaseFault } from '../../../../src/inspection/guest/rpm/database-fault';
import { readRpmDatabase } from '../../../../src/inspection/guest/rpm/read-rpm-database';
import { fakeGuestFiles } from '../../../fakes/fake-guest-files';
import { rpmDatabase } from '../../../support/rpm/rpm-database';

const healthy = rpmDatabase();
const page = 4096;
const path = '/var/lib/rpm/rpmdb.sqlite';

async function read(database: Buffer, isAsked = isAskedPackage) {
  const reads: number[] = [];
  const versions = await readRpmDatabase(async (most, from) => {
    reads.push(most);
    return database.subarray(from, from + most);
  }, isAsked);
  return { versions, bytes: reads.reduce((sum, each) => sum + each, 0) };
}

it('finds the versions that RPM wrote, by reading a small part of its database', async () => {
  const { versions, bytes } = await read(healthy);

  expect(Object.fromEntries(versions)).toEqual({
    WALinuxAgent: '2.7.0.6-9.el9_4',
    'openssl-libs': '1:3.0.7-27.el9',
    python3: '3.9.18-3.el9_4.1',
    bash: '5.1.8-9.el9',
    sudo: '1.9.5p2-10.el9_3',
  });
  expect(bytes).toBeLessThan(0.1 * healthy.length);
});

it('finds every package by its name, also below pages that only lead to others', async () => {
  const asked = ['sample-of-a-long-name-1', 'sample-of-a-long-name-128', 'sample-of-a-long-name-250'];

  const { versions } = await read(healthy, (name) => asked.includes(name));

  expect(asked.map((name) => versions.get(name))).toEqual(['1-1.el9', '128-1.el9', '250-1.el9']);
});

it('is not led to look up more packages than a system has', async () => {
  await expect(read(healthy, () => true)).rejects.toThrow('too many packages');
});

it('is not led through more rows than a system has, although they share their bytes', async () => {
  await expect(read(crowded())).rejects.toThrow('too many rows');
});

/** A page that leads to two with 30,000 rows each, all of them the same one. */
function crowded(): Buffer {
  const size = 65_536;
  const [top, row, rows] = [100, size - 4, 30_000];
  const database = Buffer.alloc(3 * size);
  healthy.copy(database, 0, 0, top);
  database.writeUInt16BE(1, 16);
  database.writeUInt8(0x05, top);
  database.writeUInt16BE(1, top + 3);
  database.writeUInt32BE(3, top + 8);
  database.writeUInt16BE(row, top + 12);
  database.writeUInt32BE(2, row);
  for (const leaf of [size, 2 * size]) {
    database.writeUInt8(0x0d, leaf);
    database.writeUInt16BE(rows, leaf + 3);
    for (let index = 0; index < rows; index++) database.writeUInt16BE(row, leaf + 8 + 2 * index);
    database.fill(1, leaf + row, leaf + row + 3);
  }
  return database;
}

/** Where rows, pages and headers begin, and anywhere. */
const edit = fc.record({
  at: fc.oneof(
    fc.nat({ max: 200 }),
    fc
      .nat({ max: healthy.length / page - 1 })
      .chain((at) => fc.nat({ max: 40 }).map((in_) => at * page + in_)),
    fc.nat({ max: healthy.length - 16 }),
  ),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 16 }),
    fc.constantFrom(
      ...['00000000', 'ffffffff', '00000001', '00000002', '0d', '05', 'ffffffffffffffffff'].map((hex) =>
        Buffer.from(hex, 'hex'),
      ),
    ),
  ),
});

it('ends with versions or with a reason for whatever bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const copy = Buffer.from(healthy);
      for (const { at, bytes } of edits) Buffer.from(bytes).copy(copy, at);

      const fault = await read(copy).then(
        () => undefined,
        (error: unknown) => error,
      );

      expect(fault === undefined || fault instanceof DatabaseFault).toBe(true);
    }),
    { numRuns: 100 },
  );
});

/** Pages of the trees of tables that lead to others; the first page begins with the file's header. */
const leading = Array.from({ length: healthy.length / page }, (_, index) => index).filter(
  (index) => index > 0 && healthy[index * page] === 5,
);

it('ends where pages lead to themselves', async () => {
  const circle = Buffer.from(healthy);
  for (const number of leading) {
    const cell = circle.readUInt16BE(number * page + 12);
    circle.writeUInt32BE(number + 1, number * page + cell);
  }

  await expect(read(circle)).rejects.toThrow('its pages lead round in a circle');
});

describe('in a guest', () => {
  const gather = async (texts: Readonly<Record<string, string | Buffer>>) =>
    gatherLinux(fakeGuestFiles(texts, { '/usr/bin/python3': 'python3.9' }));

  it('tells the versions of agent, OpenSSL and Python, and of what is watched', async () => {
    const found = await gather({ [path]: healthy, [`${path}-wal`]: '', '/usr/bin/python3.9': 'x' });

    expect(found).toMatchObject({
      agent: { version: '2.7.0.6', from: path },
      openSsl: '3.0.7',
      python: '3.9.18',
      packageList: { path, problem: null },
      packages: { bash: '5.1.8-9.el9', sudo: '1.9.5p2-10.el9_3' },
    });
  });

  it('does not take the packages of an RPM that only lies there for those of the system', async () => {
    const status = 'Package: openssl\nStatus: install ok installed\nVersion: 3.0.15-1\n';

    const found = await gather({ [path]: healthy, '/var/lib/dpkg/status': status });

    expect(found).toMatchObject({ openSsl: '3.0.15', agent: null });
  });

  it.each([
    ['changes that wait beside it', { [path]: healthy, [`${path}-wal`]: 'x' }, path, 'rpmdb.sqlite-wal'],
    ['no database', { [path]: 'something else' }, path, 'no SQLite database'],
    ['another database', { [path]: Buffer.from('SQLite format 3\0') }, path, 'no SQLite database'],
    ['a Berkeley DB', { '/var/lib/rpm/Packages': 'x' }, '/var/lib/rpm/Packages', 'a Berkeley DB'],
    ['an ndb', { '/usr/lib/sysimage/rpm/Packages.db': 'x' }, '/usr/lib/sysimage/rpm/Packages.db', 'an ndb'],
  ])('says why it cannot read a list with %s', async (_what, texts, at, problem) => {
    const { packageList, agent } = await gather(texts);

    expect(packageList).toEqual({ path: at, problem: expect.stringContaining(problem) });
    expect(agent).toBeNull();
  });
});
