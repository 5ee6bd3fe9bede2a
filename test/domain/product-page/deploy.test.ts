import { deployOptions } from '../../../src/domain/product-page/deploy';
import { machineSizeOf } from '../../../src/domain/product-page/machine-size';
import { manifestOf } from '../../../src/domain/product-page/manifest-of';
import { callsOf } from '../../support/shell-calls';
import { machinePlan, productPage } from '../../support/signed-package';

const [osDisk, dataDisk] = ['a'.repeat(64), 'b'.repeat(64)] as const;
const page = productPage({
  plans: [
    {
      ...machinePlan,
      versions: [
        { version: '1.0.0', osDisk, dataDisks: [] },
        { version: '1.1.0', osDisk, dataDisks: [{ lun: 0, digest: dataDisk }] },
      ],
    },
  ],
});
const manifest = manifestOf(page, 'd'.repeat(64), {
  regions: ['westeurope', 'eastus'],
  artefacts: [
    { digest: osDisk, bytes: 1024, reportId: 'report-1' },
    { digest: dataDisk, bytes: 2048, reportId: 'report-2' },
  ],
  images: [],
});
const urlOf = (region: string, digest: string): string =>
  `https://${region}.example/disks/${digest[0]}?se=2026&sig=it's`;

describe('deploy options', () => {
  it('are one per plan, version (newest first) and region, with the disks of that version', () => {
    const options = deployOptions(page, manifest, urlOf);

    expect(options.map(({ version, region }) => `${version} ${region}`)).toEqual([
      '1.1.0 eastus',
      '1.1.0 westeurope',
      '1.0.0 eastus',
      '1.0.0 westeurope',
    ]);
    expect(options[1]!.disks).toMatchObject([
      {
        name: 'os',
        digest: osDisk,
        bytes: 1024,
        url: urlOf('westeurope', osDisk),
        file: 'linux-vm-standard-1.1.0-os.vhd',
      },
      { name: 'lun0', digest: dataDisk, bytes: 2048, url: urlOf('westeurope', dataDisk) },
    ]);
  });

  it('come with commands that hand each URL over whole, whatever stands in it', () => {
    const [{ deploy, disks }] = deployOptions(page, manifest, urlOf) as [ReturnType<typeof deployOptions>[0]];

    const calls = callsOf(deploy);

    expect(calls.map((call) => call.slice(0, 4).join(' '))).toEqual([
      'az storage container create',
      'az storage blob copy',
      'az storage blob copy',
      'az storage blob show',
      'az storage blob show',
      'az image create --resource-group',
      'az vm create --resource-group',
    ]);
    expect(calls[1]).toEqual(expect.arrayContaining(['--source-uri', disks[0]!.url]));
    expect(calls[5]!.join(' ')).toContain(
      '--source https://mystorageaccount.blob.core.windows.net/vhds/linux-vm-standard-1.1.0-os.vhd ' +
        '--data-disk-sources https://mystorageaccount.blob.core.windows.net/vhds/linux-vm-standard-1.1.0-lun0.vhd',
    );
    expect(calls[6]!.join(' ')).toContain(
      '--size Standard_DS2_v2 --admin-username azureuser --generate-ssh-keys',
    );
  });

  it('ask for a password instead of making keys for Windows', () => {
    const windows = productPage({ plans: [{ ...machinePlan, osFamily: 'Windows' }] });

    const { deploy } = deployOptions(windows, manifest, urlOf)[0]!;

    expect(deploy).toContain('--os-type Windows');
    expect(deploy).toContain('--admin-password "$PASSWORD"');
    expect(deploy).not.toContain('ssh');
  });

  it('check the digest of what was downloaded', () => {
    const { download, file, url } = deployOptions(page, manifest, urlOf)[0]!.disks[0]!;

    const calls = callsOf(download);

    expect(calls[0]).toEqual(['curl', '--fail', '--location', '--output', file, url]);
    expect(calls[1]).toEqual(['sha256sum', '--check']);
    expect(download).toContain(`echo '${osDisk}  ${file}'`);
  });
});

describe('machine size', () => {
  it.each([
    ['ds2-standard-v2', 'Standard_DS2_v2'],
    ['d2s-standard-v3', 'Standard_D2s_v3'],
    ['a1-basic', 'Basic_A1'],
    ['Standard_B2ms', 'Standard_B2ms'],
    ['$(reboot)', undefined],
    [undefined, undefined],
  ])('of %s is %s', (recommended, expected) => {
    expect(machineSizeOf(recommended)).toBe(expected);
  });
});
