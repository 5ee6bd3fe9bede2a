import type { LinuxGuest } from '../../guest-facts-schema';
import type { Violation } from '../../rule';
import { compareVersions } from './compare-versions';
import { type KnownVulnerability, knownVulnerabilities } from './known-vulnerabilities';
import { linuxRule } from './linux-rule';

export const securityThreats = linuxRule({
  id: 'vm.guest.security-threats',
  aliases: ['50', 'Security threats'],
  severity: 'warning',
  policy: '200.5',
  title: 'No installed package has a hole that is attacked by machine',
  rationale:
    'These holes are used within hours of a machine going online; the fixes have been in the distributions for long.',
  limits: {
    en: 'It compares the packages of Debian and Ubuntu with a short list of holes that attackers use by machine; it is no scan for all known holes. Versions of which the list has none, and systems with an RPM database, are not judged.',
    es: 'Compara los paquetes de Debian y Ubuntu con una lista breve de agujeros que se atacan de forma automática; no es un análisis de todos los agujeros conocidos. No se juzgan las versiones de las que la lista no tiene ninguno ni los sistemas con base de datos RPM.',
    ru: 'Пакеты Debian и Ubuntu сравниваются с коротким списком уязвимостей, которые атакуют автоматически; это не поиск всех известных уязвимостей. Версии, для которых в списке ничего нет, и системы с базой RPM не оцениваются.',
    zh: '它将 Debian 和 Ubuntu 的软件包与一份会被自动攻击的漏洞短清单进行比较；这不是对所有已知漏洞的扫描。清单中没有漏洞的版本，以及使用 RPM 数据库的系统，不作评判。',
  },
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
  applies: (guest) => Object.keys(guest.packages).length > 0 && knownOf(guest).length > 0,
  check: (guest) => holesIn(guest),
  measured: (guest) => ({ expected: '0', actual: `${holesIn(guest).length}` }),
});

function holesIn(guest: LinuxGuest): readonly Violation[] {
  return knownOf(guest).flatMap(({ package: name, fixed, cve }) => {
    const installed = guest.packages[name];
    return installed === undefined || compareVersions(installed, fixed) >= 0
      ? []
      : [{ expected: fixed, actual: installed, params: { package: name, cve } }];
  });
}

/** Where none is known of a version, nothing was compared: that is no pass. */
function knownOf({ os }: LinuxGuest): readonly KnownVulnerability[] {
  return knownVulnerabilities.filter(({ id, versionId }) => os?.id === id && os.versionId === versionId);
}
