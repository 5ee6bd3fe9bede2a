import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourceChanged: Rule<SourceFacts> = {
  id: 'sas.source.changed',
  severity: 'error',
  title: 'The image stays as it is while it is read',
  rationale:
    'Bytes from before and after a change make an image that nobody built. What is certified has to be what is copied.',
  policy: '200.1',
  message: {
    en: 'Blob in use: the image was changed while it was being read.',
    es: 'El blob está en uso: la imagen se modificó mientras se leía.',
    ru: 'Объект используется: образ изменился во время чтения.',
    zh: 'Blob 正在使用中：读取期间映像发生了更改。',
  },
  fix: {
    en: 'Finish the upload, leave the blob alone, and publish again.',
    es: 'Termine la carga, no toque el blob y publique de nuevo.',
    ru: 'Завершите загрузку, не меняйте объект и опубликуйте снова.',
    zh: '请完成上传，不要再更改该 Blob，然后重新发布。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'changed'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
