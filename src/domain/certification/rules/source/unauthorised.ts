import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourceUnauthorised: Rule<SourceFacts> = {
  id: 'sas.source.unauthorised',
  severity: 'error',
  title: 'The storage account accepts the signature',
  rationale:
    "A signature dies when the account's key is changed, when its policy is withdrawn or when its time is over: then nobody can read the image.",
  policy: '200.1',
  message: {
    en: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to authorization error. Invalid signature, or expired ({detail}).',
    es: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to authorization error. Firma no válida o caducada ({detail}).',
    ru: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to authorization error. Подпись неверна или срок её действия истёк ({detail}).',
    zh: 'Failure: Copying Images. Not able to download blob using provided SAS Uri due to authorization error. 签名无效或已过期 ({detail})。',
  },
  fix: {
    en: 'Make a new SAS URL on the container with read and list, valid for at least three weeks, and publish again.',
    es: 'Genere una nueva URL SAS en el contenedor con lectura y enumeración, válida al menos tres semanas, y publique de nuevo.',
    ru: 'Создайте для контейнера новый URL-адрес SAS с чтением и перечислением на срок не менее трёх недель и опубликуйте снова.',
    zh: '请在容器上生成具有读取和列出权限、有效期至少三周的新 SAS URL，然后重新发布。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'unauthorised'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
