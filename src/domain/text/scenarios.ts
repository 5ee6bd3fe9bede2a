import type { Scenario } from '../product-page/scenarios';
import { maskedText } from '../offer/secrets';
import { type Language, type Text, fillText } from './language';

/** A scenario as a task, in one sentence. */
export function scenarioText(scenario: Scenario, language: Language): string {
  const words = texts[scenario.what];
  switch (scenario.what) {
    case 'startMachine':
    case 'findDisks':
    case 'subscribe':
    case 'deployTemplate':
    case 'removeTemplate': {
      const { what: _, ...params } = scenario;
      return fillText(words, language, params);
    }
    case 'reachPorts':
      return fillText(words, language, { plan: scenario.plan, ports: scenario.ports.join(', ') });
    case 'callEndpoint':
      return fillText(words, language, {
        plan: scenario.plan,
        name: scenario.name,
        url: maskedText(scenario.url, ['endpointUrl']),
      });
  }
}

const texts: Readonly<Record<Scenario['what'], Text>> = {
  startMachine: {
    en: '{plan}: create a virtual machine from version {version}; it starts, and you can sign in.',
    es: '{plan}: cree una máquina virtual con la versión {version}; arranca y se puede iniciar sesión.',
    ru: '{plan}: создайте виртуальную машину из версии {version}; она запускается, и в неё можно войти.',
    zh: '{plan}：使用版本 {version} 创建虚拟机；它能启动，并且可以登录。',
  },
  reachPorts: {
    en: '{plan}: what listens on ports {ports} answers from outside.',
    es: '{plan}: lo que escucha en los puertos {ports} responde desde fuera.',
    ru: '{plan}: службы на портах {ports} отвечают снаружи.',
    zh: '{plan}：可从外部访问端口 {ports} 上的服务。',
  },
  findDisks: {
    en: '{plan}: the machine has all data disks ({disks}) with their content.',
    es: '{plan}: la máquina tiene todos los discos de datos ({disks}) con su contenido.',
    ru: '{plan}: у машины есть все диски данных ({disks}) с содержимым.',
    zh: '{plan}：虚拟机具有全部数据磁盘（{disks}）及其内容。',
  },
  subscribe: {
    en: '{plan}: order it as a new customer and get access.',
    es: '{plan}: contrátelo como cliente nuevo y obtenga acceso.',
    ru: '{plan}: закажите как новый клиент и получите доступ.',
    zh: '{plan}：以新客户身份订购并获得访问权限。',
  },
  callEndpoint: {
    en: '{plan}: call {name} ({url}) with a customer’s access; it answers. Without access it refuses.',
    es: '{plan}: llame a {name} ({url}) con el acceso de un cliente; responde. Sin acceso, lo rechaza.',
    ru: '{plan}: вызовите {name} ({url}) с доступом клиента; служба отвечает. Без доступа она отказывает.',
    zh: '{plan}：使用客户的访问权限调用 {name}（{url}），应有应答；没有权限时应拒绝。',
  },
  deployTemplate: {
    en: '{plan}: deploy version {version} with its default values into an empty resource group.',
    es: '{plan}: implemente la versión {version} con los valores predeterminados en un grupo de recursos vacío.',
    ru: '{plan}: разверните версию {version} со значениями по умолчанию в пустой группе ресурсов.',
    zh: '{plan}：使用默认值将版本 {version} 部署到空资源组。',
  },
  removeTemplate: {
    en: '{plan}: use what was deployed, then delete the resource group; nothing is left.',
    es: '{plan}: use lo implementado y elimine el grupo de recursos; no queda nada.',
    ru: '{plan}: воспользуйтесь развёрнутым, затем удалите группу ресурсов; ничего не остаётся.',
    zh: '{plan}：使用已部署的内容，然后删除资源组；不应有任何残留。',
  },
};
