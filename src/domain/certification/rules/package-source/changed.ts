import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const packageChanged: Rule<SourceFacts> = {
  id: 'app.source.changed',
  severity: 'error',
  title: 'The package stays as it is while it is read',
  rationale:
    'A package that changes half way would be neither the old nor the new one: customers would get bytes that nobody judged as a whole.',
  policy: '300.4',
  message: {
    en: 'The package was changed while it was being read ({detail}).',
    es: 'El paquete se modificó mientras se leía ({detail}).',
    ru: 'Пакет изменился во время чтения ({detail}).',
    zh: '读取期间包发生了更改（{detail}）。',
  },
  fix: {
    en: 'Finish the upload, leave the file alone, and publish again.',
    es: 'Termine la carga, no toque el archivo y publique de nuevo.',
    ru: 'Завершите загрузку, не меняйте файл и опубликуйте снова.',
    zh: '请完成上传，不要再更改该文件，然后重新发布。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'changed'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
