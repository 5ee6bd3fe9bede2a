import { sasUrlFindings } from '../../../src/domain/certification/sas-findings';

const now = new Date('2026-03-02T12:00:00Z');
const base = 'https://contoso.blob.core.windows.net/vhds/linux-vm.vhd';
const token = 'sv=2021-12-02&st=2026-03-01T12%3A00%3A00Z&se=2026-03-29T12:00:00Z&sr=c&sp=rl&sig=abc%2Fdef%3D';

/** Known as a secret only when it is whole. */
const accessKeyId = 'AKIAIOSFODNN7EXAMPLE';

const rulesBroken = (url: string): readonly string[] =>
  sasUrlFindings(url, now, '/pointer').map(({ ruleId }) => ruleId);

describe('sasUrlFindings', () => {
  it.each([
    `${base}?${token}`,
    `http://127.0.0.1:10000/publisher/vhds/linux-vm.vhd?${token}`,
    `${base}?${token.replace('2026-03-01T12%3A00%3A00Z', '2026-03-01T12:00:00.1234567Z')}`,
    `https://contoso.blob.core.windows.net/vhds/2026/linux-vm.VHD?${token}`,
  ])('finds nothing wrong with %s', (url) => {
    expect(rulesBroken(url)).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    ['is no URL', 'linux-vm.vhd', ['sas.url.form']],
    ['is empty', '', ['sas.url.form']],
    ['has no container', `https://contoso.blob.core.windows.net/linux-vm.vhd?${token}`, ['sas.url.form']],
    ['has credentials', `https://a:b@contoso.blob.core.windows.net/vhds/a.vhd?${token}`, ['sas.url.form']],
    ['has no "?"', base, ['sas.url.query']],
    ['has no signature', `${base}?${token.replace(/&sig=.*/, '')}`, ['sas.url.query']],
    ['names no .vhd', `${base}x?${token}`, ['sas.url.vhd-name']],
    ['has "%" in the name', `https://c.blob.core.windows.net/v/a%20b.vhd?${token}`, ['sas.url.vhd-name']],
    ['has quotes in the name', `https://c.blob.core.windows.net/v/a'b.vhd?${token}`, ['sas.url.vhd-name']],
    [
      'has white space in the name',
      `https://c.blob.core.windows.net/v/a b.vhd?${token}`,
      ['sas.url.vhd-name'],
    ],
    ['has white space behind', `${base}?${token} `, ['sas.url.vhd-name']],
    ['has no start', `${base}?${token.replace(/st=[^&]+&/, '')}`, ['sas.start']],
    ['has a start without time', `${base}?${token.replace(/st=[^&]+/, 'st=2026-03-01')}`, ['sas.start']],
    [
      'has an impossible start',
      `${base}?${token.replace(/st=[^&]+/, 'st=2026-13-01T00:00:00Z')}`,
      ['sas.start'],
    ],
    ['has two starts', `${base}?st=2026-03-01T12:00:00Z&${token}`, ['sas.start']],
    ['begins later', `${base}?${token.replace(/st=[^&]+/, 'st=2026-03-03T00:00:00Z')}`, ['sas.start']],
    ['has no expiry', `${base}?${token.replace(/se=[^&]+&/, '')}`, ['sas.expiry']],
    ['has expired', `${base}?${token.replace(/s([te])=2026/g, 's$1=2025')}`, ['sas.expiry']],
    [
      'is too short',
      `${base}?${token.replace('2026-03-29', '2026-03-22')}`.replace('T12:00:00Z', 'T11:59:59Z'),
      ['sas.validity-window'],
    ],
    ['cannot list', `${base}?${token.replace('sp=rl', 'sp=r')}`, ['sas.permissions.read-list']],
    ['names no permissions', `${base}?${token.replace('sp=rl&', '')}`, ['sas.permissions.read-list']],
    ['can write', `${base}?${token.replace('sp=rl', 'sp=rwl')}`, ['sas.permissions.no-write']],
    ['can delete', `${base}?${token.replace('sp=rl', 'sp=rdl')}`, ['sas.permissions.no-write']],
    ['is for the blob', `${base}?${token.replace('sr=c', 'sr=b')}`, ['sas.resource.container']],
  ])('says so when the URL %s', (_, url, expected) => {
    expect(rulesBroken(url)).toEqual(expected);
  });

  it.each([
    ['its name', `https://c.blob.core.windows.net/v/${'a-'.repeat(42)}${accessKeyId}.zip?${token}`],
    ['what it permits', `${base}?${token.replace('sp=rl', `sp=${'x-'.repeat(22)}${accessKeyId}`)}`],
  ])('cuts %s only after everything secret in it is hidden', (_, url) => {
    expect(JSON.stringify(sasUrlFindings(url, now, '/url'))).not.toContain('AKIA');
  });

  it('names every fault at once, where it stands, and never the signature', () => {
    const url = `${base}?st=2026-03-01&se=yesterday&sp=rw&sr=b&sig=s3cret`;

    const findings = sasUrlFindings(url, now, '/definition/plans/0/x');

    expect(findings.map(({ ruleId, actual }) => [ruleId, actual])).toEqual([
      ['sas.start', 'st=2026-03-01'],
      ['sas.expiry', 'se=yesterday'],
      ['sas.permissions.read-list', 'sp=rw'],
      ['sas.permissions.no-write', 'sp=rw'],
      ['sas.resource.container', 'sr=b'],
    ]);
    expect(findings.every(({ target }) => target.pointer === '/definition/plans/0/x')).toBe(true);
    expect(JSON.stringify(findings)).not.toContain('s3cret');
  });
});
