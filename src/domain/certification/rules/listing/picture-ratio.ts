import { hasPictures, type ListedPictures } from '../../listing/picture-facts';
import { faultsOf } from '../../listing/picture-fault';
import { acceptedText, isAcceptedRatio, sizeText } from '../../listing/picture-sizes';
import type { Rule } from '../../rule';

export const pictureRatio: Rule<ListedPictures> = {
  id: 'listing.picture.ratio',
  severity: 'warning',
  title: 'Pictures have the shape that is asked for',
  rationale: 'A picture of another shape is shown with empty margins, small and out of line with all others.',
  policy: '100.3',
  message: {
    en: '"{picture}" is {actual} pixels, which is of another shape than {expected}: it gets margins.',
    es: '«{picture}» mide {actual} píxeles, con otra proporción que {expected}: tendrá márgenes.',
    ru: 'Размер изображения «{picture}» — {actual} пикселей, пропорции не такие, как у {expected}: появятся поля.',
    zh: '“{picture}”为 {actual} 像素，与 {expected} 的宽高比不同：将添加边距。',
  },
  fix: {
    en: 'Cut or draw the picture for one of these sizes.',
    es: 'Recorte o dibuje la imagen para uno de estos tamaños.',
    ru: 'Обрежьте или перерисуйте изображение под один из этих размеров.',
    zh: '请按其中一种大小裁剪或重新绘制图片。',
  },
  judges: hasPictures,
  check: (facts) =>
    faultsOf(facts, ({ role, picture: { size } }) =>
      size === null || isAcceptedRatio(size, role)
        ? undefined
        : { expected: acceptedText(role), actual: sizeText(size) },
    ),
};
