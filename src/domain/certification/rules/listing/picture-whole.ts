import { hasPictures, type ListedPictures } from '../../listing/picture-facts';
import { faultsOf } from '../../listing/picture-fault';
import type { Rule } from '../../rule';

export const pictureWhole: Rule<ListedPictures> = {
  id: 'listing.picture.whole',
  severity: 'error',
  title: 'Pictures are whole',
  rationale: 'A file that was cut off on its way shows half a logo, or none at all.',
  policy: '100.3',
  message: {
    en: 'The file of "{picture}" is damaged or ends too early.',
    es: 'El archivo de «{picture}» está dañado o termina demasiado pronto.',
    ru: 'Файл изображения «{picture}» повреждён или обрывается.',
    zh: '“{picture}”的文件已损坏或不完整。',
  },
  fix: {
    en: 'Open the picture, save it anew and upload it again.',
    es: 'Abra la imagen, guárdela de nuevo y vuelva a cargarla.',
    ru: 'Откройте изображение, сохраните его заново и загрузите ещё раз.',
    zh: '请打开图片，重新保存后再次上传。',
  },
  judges: hasPictures,
  check: (facts) =>
    faultsOf(facts, ({ picture: { format, size, isWhole } }) => {
      const isPicture = ['png', 'jpeg', 'gif', 'webp'].includes(format);
      return isPicture && (!isWhole || size === null) ? {} : undefined;
    }),
};
