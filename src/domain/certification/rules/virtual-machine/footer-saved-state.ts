import { hasFooter } from '../../fixed-disk';
import { kept, type Rule } from '../../rule';
import type { ImageFacts } from '../../image-facts-schema';

export const footerSavedState: Rule<ImageFacts> = {
  id: 'vm.vhd.footer-saved-state',
  severity: 'error',
  title: 'The machine was shut down, not saved',
  rationale:
    'The memory that belongs to a saved machine is not in the image: resuming from the disk alone loses data or does not start.',
  policy: '200.3',
  message: {
    en: 'The VHD footer says that the machine is in saved state.',
    es: 'El pie del VHD indica que la máquina está en estado guardado.',
    ru: 'Колонтитул VHD сообщает, что машина находится в сохранённом состоянии.',
    zh: 'VHD 页脚表明虚拟机处于已保存状态。',
  },
  fix: {
    en: 'Shut the machine down instead of saving its state, then export the disk again.',
    es: 'Apague la máquina en lugar de guardar su estado y exporte de nuevo el disco.',
    ru: 'Выключите машину вместо сохранения состояния и снова экспортируйте диск.',
    zh: '请关闭虚拟机而不是保存其状态，然后重新导出磁盘。',
  },
  judges: hasFooter,
  check: ({ footer }) =>
    !footer || footer.savedState === 0 ? kept : [{ expected: '0', actual: `${footer.savedState}` }],
};
