import { compareVersions } from './compare-versions';
import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

const least = '0.9.8';

export const openSslVersion = linuxRule({
  id: 'vm.guest.openssl-version',
  aliases: ['44', 'OpenSSL Version'],
  severity: 'error',
  policy: '200.5',
  title: 'OpenSSL is at least 0.9.8',
  rationale: 'Older versions speak only protocols that are broken.',
  message: {
    en: 'OpenSSL must be at least {expected}; found: {actual}.',
    es: 'OpenSSL debe ser al menos {expected}; encontrado: {actual}.',
    ru: 'OpenSSL должен быть не ниже {expected}; найдено: {actual}.',
    zh: 'OpenSSL 至少须为 {expected}；实际：{actual}。',
  },
  fix: {
    en: 'Update OpenSSL.',
    es: 'Actualice OpenSSL.',
    ru: 'Обновите OpenSSL.',
    zh: '请更新 OpenSSL。',
  },
  applies: ({ openSsl }) => openSsl !== null,
  check: ({ openSsl }) =>
    openSsl === null || compareVersions(openSsl, least) >= 0 ? kept : [{ expected: least, actual: openSsl }],
  measured: ({ openSsl }) => ({ expected: least, actual: openSsl ?? '-' }),
});
