import { compareVersions } from './compare-versions';
import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

const least = '2.6';

export const pythonVersion = linuxRule({
  id: 'vm.guest.python-version',
  aliases: ['45', 'Python Version'],
  severity: 'warning',
  policy: '200.3',
  title: 'Python is at least 2.6',
  rationale: 'The agent and many extensions are Python programs.',
  message: {
    en: 'Python should be at least {expected}; found: {actual}.',
    es: 'Python debería ser al menos {expected}; encontrado: {actual}.',
    ru: 'Python должен быть не ниже {expected}; найдено: {actual}.',
    zh: 'Python 至少应为 {expected}；实际：{actual}。',
  },
  fix: {
    en: 'Install a current Python 3.',
    es: 'Instale un Python 3 actual.',
    ru: 'Установите актуальный Python 3.',
    zh: '请安装当前版本的 Python 3。',
  },
  check: ({ python }) =>
    python !== null && compareVersions(python, least) >= 0
      ? kept
      : [{ expected: least, actual: python ?? '-' }],
  measured: ({ python }) => ({ expected: least, actual: python ?? '-' }),
});
