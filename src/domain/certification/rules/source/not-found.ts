import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourceNotFound: Rule<SourceFacts> = {
  id: 'sas.source.not-found',
  severity: 'error',
  title: 'The image exists where the SAS URL says',
  rationale: 'A renamed or deleted blob, or a container of another name, leaves nothing to certify.',
  policy: '200.1',
  message: {
    en: 'Failure: Copying Images. Not able to download blob using provided SAS Uri. Blob not found ({detail}).',
    es: 'Failure: Copying Images. Not able to download blob using provided SAS Uri. No se ha encontrado el blob ({detail}).',
    ru: 'Failure: Copying Images. Not able to download blob using provided SAS Uri. Объект не найден ({detail}).',
    zh: 'Failure: Copying Images. Not able to download blob using provided SAS Uri. 未找到 Blob ({detail})。',
  },
  fix: {
    en: 'Check container and VHD name in the SAS URL, and that the blob still exists.',
    es: 'Compruebe el contenedor y el nombre del VHD en la URL SAS y que el blob siga existiendo.',
    ru: 'Проверьте контейнер и имя VHD в URL-адресе SAS и то, что объект всё ещё существует.',
    zh: '请检查 SAS URL 中的容器和 VHD 名称，并确认 Blob 仍然存在。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason === 'notFound'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
