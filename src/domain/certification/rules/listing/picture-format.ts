import { hasPictures, type ListedPictures, type PictureFormat } from '../../listing/picture-facts';
import { faultsOf } from '../../listing/picture-fault';
import type { Rule } from '../../rule';

export const pictureFormat: Rule<ListedPictures> = {
  id: 'listing.picture.format',
  severity: 'error',
  title: 'Pictures are PNG or JPEG',
  rationale:
    'These two are shown by every browser, mail program and portal. Drawings with scripts in them are never shown, moving pictures lose all but their first frame.',
  policy: '100.3',
  message: {
    en: '"{picture}" is of the format {actual}; it must be {expected}.',
    es: '«{picture}» tiene el formato {actual}; debe ser {expected}.',
    ru: 'Формат изображения «{picture}» — {actual}; нужен {expected}.',
    zh: '“{picture}”的格式为 {actual}；必须为 {expected}。',
  },
  fix: {
    en: 'Export the picture as PNG and upload that.',
    es: 'Exporte la imagen como PNG y cárguela.',
    ru: 'Сохраните изображение в формате PNG и загрузите его.',
    zh: '请将图片导出为 PNG 后上传。',
  },
  judges: hasPictures,
  check: (facts) =>
    faultsOf(facts, ({ picture: { format } }) => {
      if (format === 'png' || format === 'jpeg') return undefined;
      const fault = { expected: 'PNG | JPEG', actual: names[format] };
      // The product page can make a PNG of these two.
      return format === 'gif' || format === 'webp' ? { ...fault, severity: 'warning' } : fault;
    }),
};

const names: Readonly<Record<PictureFormat, string>> = {
  png: 'PNG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  svg: 'SVG',
  html: 'HTML',
  unknown: '?',
};
