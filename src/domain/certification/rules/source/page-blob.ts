import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const sourcePageBlob: Rule<SourceFacts> = {
  id: 'sas.blob.page-blob',
  severity: 'error',
  title: 'The image is a page blob',
  rationale:
    'Virtual machines run from page blobs. A block blob holds the same bytes but no disk can be made of it directly.',
  policy: '200.3',
  message: {
    en: 'The image is stored as {actual}; it must be a page blob.',
    es: 'La imagen está guardada como {actual}; debe ser un blob en páginas.',
    ru: 'Образ хранится как {actual}; нужен страничный объект (page blob).',
    zh: '映像存储为 {actual}；必须是页 Blob。',
  },
  fix: {
    en: 'Upload the VHD again as a page blob (az storage blob upload --type page, azcopy --blob-type PageBlob).',
    es: 'Cargue de nuevo el VHD como blob en páginas (az storage blob upload --type page, azcopy --blob-type PageBlob).',
    ru: 'Загрузите VHD снова как страничный объект (az storage blob upload --type page, azcopy --blob-type PageBlob).',
    zh: '请将 VHD 重新上传为页 Blob（az storage blob upload --type page、azcopy --blob-type PageBlob）。',
  },
  check: (source) =>
    source.kind === 'found' && source.blobType !== 'PageBlob'
      ? [{ expected: 'PageBlob', actual: source.blobType || 'unknown' }]
      : kept,
};
