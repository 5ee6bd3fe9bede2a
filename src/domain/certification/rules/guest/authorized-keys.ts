import { linuxRule } from './linux-rule';

export const authorizedKeys = linuxRule({
  id: 'vm.guest.authorized-keys',
  severity: 'error',
  policy: '200.5',
  title: "Nobody's SSH key opens the image",
  rationale: "Whoever holds the key could log in to every customer's machine.",
  message: {
    en: '{path} lets in the holders of SSH keys: {actual}.',
    es: '{path} deja entrar a titulares de claves SSH: {actual}.',
    ru: '{path} впускает владельцев ключей SSH: {actual}.',
    zh: '{path} 允许 SSH 密钥持有者登录：{actual}。',
  },
  fix: {
    en: 'Remove {path}; waagent -deprovision+user does it for the last user.',
    es: 'Elimine {path}; waagent -deprovision+user lo hace para el último usuario.',
    ru: 'Удалите {path}; для последнего пользователя это делает waagent -deprovision+user.',
    zh: '请删除 {path}；waagent -deprovision+user 会为最后一个用户删除。',
  },
  check: ({ authorizedKeys: found }) =>
    found.map(({ path, keys }) => ({
      expected: '0',
      actual: `${keys}`,
      params: { path },
      target: { file: path },
    })),
});
