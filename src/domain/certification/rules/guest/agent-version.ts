import { compareVersions } from './compare-versions';
import type { LinuxGuest } from '../../guest-facts-schema';
import { kept, type Measured } from '../../rule';
import { linuxRule } from './linux-rule';

const least = '2.2.41';

const measured = (agent: LinuxGuest['agent']): Measured => ({
  expected: least,
  actual: agent?.version ?? '-',
});

export const agentVersion = linuxRule({
  id: 'vm.guest.agent-version',
  aliases: ['39', 'Linux Agent Version'],
  severity: 'error',
  policy: '200.3',
  title: 'The Azure Linux Agent is installed and recent',
  rationale:
    'The agent sets up the machine, its extensions and its keys; without it, or with an old one, deployments never finish.',
  message: {
    en: 'The Azure Linux Agent must be at least {expected}; found: {actual}.',
    es: 'El agente Linux de Azure debe ser al menos {expected}; encontrado: {actual}.',
    ru: 'Агент Azure для Linux должен быть не ниже {expected}; найдено: {actual}.',
    zh: 'Azure Linux 代理至少须为 {expected}；实际：{actual}。',
  },
  fix: {
    en: 'Install the package walinuxagent (WALinuxAgent) of a current release.',
    es: 'Instale el paquete walinuxagent (WALinuxAgent) de una versión actual.',
    ru: 'Установите пакет walinuxagent (WALinuxAgent) актуальной версии.',
    zh: '请安装当前版本的 walinuxagent (WALinuxAgent) 软件包。',
  },
  check: ({ agent, packageList }) => {
    if (agent && compareVersions(agent.version, least) >= 0) return kept;
    if (agent) return [{ ...measured(agent), target: { file: agent.from } }];
    if (packageList === null || packageList.problem === null) return [measured(agent)];
    // Its own files were not found, but where it was installed from could not be read: nobody knows.
    const { path, problem } = packageList;
    return [
      { expected: least, actual: `? (${problem})`, severity: 'reviewRequired', target: { file: path } },
    ];
  },
  measured: ({ agent }) => measured(agent),
});
