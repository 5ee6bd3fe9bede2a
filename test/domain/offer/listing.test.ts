import { nameKeyOf, offerTitle, searchedEntries, searchEntries } from '../../../src/domain/offer/listing';

describe('a title', () => {
  it.each([
    [{ offer: { 'microsoft-azure-marketplace.title': ' Shown ' }, displayText: 'Other' }, 'Shown'],
    [{ offer: { 'microsoft-azure-marketplace.title': '  ' }, displayText: 'Other' }, 'Other'],
    [{ offer: { 'microsoft-azure-marketplace.title': 7 } }, 'linux-vm'],
    [{}, 'linux-vm'],
  ])('of %j is %p', (definition, title) => {
    expect(offerTitle({ definition }, 'linux-vm')).toBe(title);
  });

  it('is cut where it would be no title any more', () => {
    expect(offerTitle({ definition: { displayText: 'x'.repeat(5000) } }, 'a')).toHaveLength(200);
  });
});

it.each([
  ['Élan  VITAL', 'elan vital'],
  ['ЁЖ', 'еж'],
  ['a\0b\ud800c', 'a b c'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('puts %j in order as %j', (title, key) => {
  expect(nameKeyOf(title)).toBe(key);
});

const isFound = (title: string, search: string): boolean => {
  const entries = searchEntries(title);
  return searchedEntries(search).every((part) => entries.includes(part));
};

it.each([
  ['Contoso Linux-Server 12', 'contoso', true],
  ['Contoso Linux-Server 12', 'SERV lin', true],
  ['Contoso Linux-Server 12', 'linux-server', true],
  ['Contoso Linux-Server 12', 'erver', false],
  ['Contoso Linux-Server 12', '12', true],
  ['Contoso Linux-Server 12', '1 2', false],
  ['Ｆｕｌｌ width', 'full', true],
  ['supercalifragilisticexpialidocious', 'supercalifragilisticexpi', true],
  ['安全数据库服务器', '数据库', true],
  ['安全数据库服务器', '安全数据库服务', true],
  ['安全数据库服务器', '数据服务', false],
  ['Linux虚拟机', 'linux 虚拟', true],
  ['データベース', 'ベース', true],
])('finds %j by %j: %p', (title, search, found) => {
  expect(isFound(title, search)).toBe(found);
});

it('asks for nothing but letters and digits, and never for much', () => {
  const hostile = `'":*&|!()<->\\ \0${'word '.repeat(1000)}${'字'.repeat(1000)}`;

  expect(searchedEntries(hostile).every((entry) => /^[\p{L}\p{N}\p{M}]{1,20}$/u.test(entry))).toBe(true);
  expect(searchedEntries(hostile).length).toBeLessThanOrEqual(8);
  expect(searchEntries(hostile).length).toBeLessThanOrEqual(400);
});
