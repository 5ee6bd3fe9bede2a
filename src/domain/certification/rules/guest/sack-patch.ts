import { compareVersions } from './compare-versions';
import type { LinuxGuest } from '../../guest-facts-schema';
import { kept } from '../../rule';
import { patchedKernelFor } from './patched-kernels';
import { linuxRule } from './linux-rule';

export const sackPatch = linuxRule({
  id: 'vm.guest.sack-patch',
  aliases: ['52', 'SACK Vulnerability patch'],
  severity: 'error',
  policy: '200.5',
  title: 'The kernel has the SACK fixes of 2019',
  rationale: 'Without them a few packets from anywhere stop the machine (CVE-2019-11477).',
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
  check: ({ os, kernels }) => {
    const newest = newestOf(kernels);
    const row = newest && os && patchedKernelFor(os.id, os.versionId, newest.release);
    if (!newest || !row) return kept;
    const found = row.by === 'package' ? newest.packageVersion : numbersOf(newest.release);
    return found === null || compareVersions(found, row.least) >= 0
      ? kept
      : [{ expected: row.least, actual: found, target: { file: `/boot/vmlinuz-${newest.release}` } }];
  },
});

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
