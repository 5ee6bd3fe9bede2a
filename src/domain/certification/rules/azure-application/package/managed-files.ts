import { isManagedPackage } from '../../../managed-application';
import type { PackageFacts } from '../../../package-facts';
import { namesIn } from '../../../package-names';
import type { Rule } from '../../../rule';

export const managedFiles: Rule<PackageFacts> = {
  id: 'app.package.managed-files',
  severity: 'error',
  title: 'A managed application brings its own template and form',
  rationale:
    'The appliance resource deploys these two files; without them the customer gets an empty application.',
  policy: '300.4',
  message: {
    en: 'The managed application has no {expected} in its root.',
    es: 'La aplicación administrada no tiene {expected} en la raíz.',
    ru: 'В корне управляемого приложения нет файла {expected}.',
    zh: '托管应用程序的根目录中没有 {expected}。',
  },
  fix: {
    en: 'Put {expected} into the root of the package.',
    es: 'Ponga {expected} en la raíz del paquete.',
    ru: 'Поместите {expected} в корень пакета.',
    zh: '请将 {expected} 放在包的根目录。',
  },
  judges: isManagedPackage,
  check: (facts) => {
    const paths = namesIn(facts).map((path) => path.toLowerCase());
    return required
      .filter((name) => !paths.includes(name.toLowerCase()))
      .map((name) => ({ expected: name, target: { file: name } }));
  },
};

const required = ['applianceMainTemplate.json', 'applianceCreateUIDefinition.json'];
