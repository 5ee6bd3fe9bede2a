import { compareVersions } from './compare-versions';
import type { LinuxGuest } from '../../guest-facts-schema';
import { kept, type Measured } from '../../rule';
import { patchedKernelFor } from './patched-kernels';
import { linuxRule } from './linux-rule';

export const sackPatch = linuxRule({
  id: 'vm.guest.sack-patch',
  aliases: ['52', 'SACK Vulnerability patch'],
  severity: 'error',
  policy: '200.5',
  title: 'The kernel has the SACK fixes of 2019',
  rationale: 'Without them a few packets from anywhere stop the machine (CVE-2019-11477).',
  limits: {
    en: 'It knows the kernels of Ubuntu, RHEL, CentOS, Oracle Linux, SLES and Debian that were current in June 2019; a kernel of another line passes.',
    es: 'Conoce los kernels de Ubuntu, RHEL, CentOS, Oracle Linux, SLES y Debian que eran actuales en junio de 2019; un kernel de otra línea pasa.',
    ru: 'Известны ядра Ubuntu, RHEL, CentOS, Oracle Linux, SLES и Debian, актуальные в июне 2019 года; ядро другой ветки проходит проверку.',
    zh: '它了解 2019 年 6 月时 Ubuntu、RHEL、CentOS、Oracle Linux、SLES 和 Debian 的现行内核；其他系列的内核会通过。',
  },
  message: {
    en: 'Kernel {actual} lacks the SACK fixes; they are in {expected} and later.',
    es: 'Al kernel {actual} le faltan las correcciones de SACK; están a partir de {expected}.',
    ru: 'В ядре {actual} нет исправлений SACK; они есть начиная с {expected}.',
    zh: '内核 {actual} 缺少 SACK 修复；自 {expected} 起包含。',
  },
  fix: {
    en: 'Update the kernel of the distribution and remove the old one.',
    es: 'Actualice el kernel de la distribución y elimine el antiguo.',
    ru: 'Обновите ядро дистрибутива и удалите старое.',
    zh: '请更新发行版内核并删除旧内核。',
  },
  applies: ({ kernels }) => kernels.length > 0,
  check: (guest) => {
    const { file, ...measured } = compared(guest);
    const { expected, actual } = measured;
    if (expected === undefined || actual === undefined || compareVersions(actual, expected) >= 0) return kept;
    return [{ ...measured, ...(file !== undefined && { target: { file } }) }];
  },
  measured: (guest) => {
    const { file: _file, ...measured } = compared(guest);
    return measured;
  },
});

/** The newest kernel and the first with the fixes; nothing is asked of lines that never were without them. */
function compared({ os, kernels }: LinuxGuest): Measured & { readonly file?: string } {
  const newest = newestOf(kernels);
  if (!newest) return {};
  const { release, packageVersion } = newest;
  const row = os && patchedKernelFor(os.id, os.versionId, release);
  if (!row) return { actual: numbersOf(release) };
  const found = row.by === 'package' ? packageVersion : numbersOf(release);
  return { expected: row.least, ...(found !== null && { actual: found }), file: `/boot/vmlinuz-${release}` };
}

type Kernel = LinuxGuest['kernels'][number];

/** The one that boots unless somebody chooses another. */
function newestOf(kernels: readonly Kernel[]): Kernel | undefined {
  return kernels
    .toSorted((one, other) => compareVersions(numbersOf(one.release), numbersOf(other.release)))
    .at(-1);
}

/** `3.10.0-957.el7.x86_64` is 3.10.0-957: what follows names the build. */
function numbersOf(release: string): string {
  return /^\d[\d.]*(?:-\d+(?:\.\d+)*)?/.exec(release)?.[0] ?? release;
}
