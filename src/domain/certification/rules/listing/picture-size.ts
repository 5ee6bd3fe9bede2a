import { hasPictures, type ListedPictures } from '../../listing/picture-facts';
import { faultsOf } from '../../listing/picture-fault';
import { acceptedText, isAcceptedRatio, isAcceptedSize, sizeText } from '../../listing/picture-sizes';
import type { Rule } from '../../rule';

/** Silent where the shape is wrong, too: then another size alone would not help. */
export const pictureSize: Rule<ListedPictures> = {
  id: 'listing.picture.size',
  severity: 'warning',
  title: 'Pictures have one of the sizes that are asked for',
  rationale:
    'Every page shows a picture at a size of its own. A smaller one is blurred, and fine lines of a larger one are lost when it is scaled down.',
  policy: '100.3',
  message: {
    en: '"{picture}" is {actual} pixels and will be scaled; asked for: {expected}.',
    es: '«{picture}» mide {actual} píxeles y se ajustará; se pide: {expected}.',
    ru: 'Размер изображения «{picture}» — {actual} пикселей, оно будет масштабировано; нужно: {expected}.',
    zh: '“{picture}”为 {actual} 像素，将被缩放；要求的大小：{expected}。',
  },
  fix: {
    en: 'Export the picture at one of these sizes.',
    es: 'Exporte la imagen con uno de estos tamaños.',
    ru: 'Сохраните изображение в одном из этих размеров.',
    zh: '请按其中一种大小导出图片。',
  },
  judges: hasPictures,
  check: (facts) =>
    faultsOf(facts, ({ role, picture: { size } }) =>
      size === null || isAcceptedSize(size, role) || !isAcceptedRatio(size, role)
        ? undefined
        : { expected: acceptedText(role), actual: sizeText(size) },
    ),
};
