import { compareVersions } from './compare-versions';
import { knownVulnerabilities } from './known-vulnerabilities';
import { linuxRule } from './linux-rule';

export const securityThreats = linuxRule({
  id: 'vm.guest.security-threats',
  aliases: ['50', 'Security threats'],
  severity: 'warning',
  policy: '200.5',
  title: 'No installed package has a hole that is attacked by machine',
  rationale:
    'These holes are used within hours of a machine going online; the fixes have been in the distributions for long.',
  message: {
    en: '{package} {actual} has {cve}; it is fixed from {expected} on.',
    es: '{package} {actual} tiene {cve}; está corregido desde {expected}.',
    ru: '{package} {actual} содержит {cve}; исправлено начиная с {expected}.',
    zh: '{package} {actual} 存在 {cve}；自 {expected} 起已修复。',
  },
  fix: {
    en: 'Install the security updates of the distribution (apt-get upgrade) and make the image again.',
    es: 'Instale las actualizaciones de seguridad de la distribución (apt-get upgrade) y cree la imagen de nuevo.',
    ru: 'Установите обновления безопасности дистрибутива (apt-get upgrade) и соберите образ заново.',
    zh: '请安装发行版的安全更新（apt-get upgrade）并重新制作映像。',
  },
  applies: ({ os, packages }) => os !== null && Object.keys(packages).length > 0,
  check: ({ os, packages }) =>
    knownVulnerabilities.flatMap(({ id, versionId, package: name, fixed, cve }) => {
      const installed = packages[name];
      if (os?.id !== id || os.versionId !== versionId || installed === undefined) return [];
      return compareVersions(installed, fixed) >= 0
        ? []
        : [{ expected: fixed, actual: installed, params: { package: name, cve } }];
    }),
});
