import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourceBlocked: Rule<SourceFacts> = {
  id: 'sas.source.blocked',
  severity: 'error',
  title: "The image's address is on the public internet",
  rationale:
    "Addresses inside the service's own network are never fetched for a publisher: a document could otherwise be used to read what it must not see.",
  policy: '200.1',
  message: {
    en: "The image's address is not fetched: {detail}.",
    es: 'No se accede a la dirección de la imagen: {detail}.',
    ru: 'Адрес образа не запрашивается: {detail}.',
    zh: '不会访问映像的地址：{detail}。',
  },
  fix: {
    en: 'Put the image into a storage account that is reachable over https on the public internet.',
    es: 'Ponga la imagen en una cuenta de almacenamiento accesible por https en la Internet pública.',
    ru: 'Разместите образ в учётной записи хранения, доступной по https из интернета.',
    zh: '请将映像放入可通过公共互联网 https 访问的存储帐户。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'blocked'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
