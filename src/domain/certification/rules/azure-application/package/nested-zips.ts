import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const nestedZips: Rule<PackageFacts> = {
  id: 'app.package.nested-zip',
  severity: 'info',
  title: 'What is in a zip inside the package is not judged',
  rationale: 'Rules look at the files of the package; a zip inside it reaches customers as it is.',
  policy: '300.4',
  message: {
    en: '{entry} is a zip itself; nobody looked into it.',
    es: '{entry} es a su vez un zip; nadie ha mirado dentro.',
    ru: '{entry} — сам ZIP-архив; внутрь него никто не заглядывал.',
    zh: '{entry} 本身是一个 zip；其内容未经检查。',
  },
  fix: {
    en: 'Nothing to do, if the template needs {entry} as a zip.',
    es: 'Nada que hacer si la plantilla necesita {entry} como zip.',
    ru: 'Ничего делать не нужно, если шаблону {entry} нужен именно как ZIP-архив.',
    zh: '如果模板需要 {entry} 为 zip，则无需操作。',
  },
  judges: ({ form }) => form !== 'file',
  check: ({ files }) =>
    files
      .filter(({ isZip }) => isZip)
      .map(({ path }) => ({ params: { entry: path }, target: { file: path } })),
};
