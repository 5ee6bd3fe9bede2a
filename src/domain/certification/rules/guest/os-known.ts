import { supportOf } from './supported-versions';
import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

export const osKnown = linuxRule({
  id: 'vm.guest.os-known',
  severity: 'reviewRequired',
  policy: '200.3',
  title: 'The operating system and its version are known',
  rationale: 'Whether a system still gets security updates can only be said of one that says what it is.',
  message: {
    en: 'The operating system is not one whose support is known: {actual}.',
    es: 'No se conoce el soporte de este sistema operativo: {actual}.',
    ru: 'Для этой операционной системы неизвестны сроки поддержки: {actual}.',
    zh: '该操作系统的支持期限未知：{actual}。',
  },
  fix: {
    en: 'Build on a released version of Debian, Ubuntu, RHEL or a system like them, and keep its os-release; otherwise a reviewer decides.',
    es: 'Parta de una versión publicada de Debian, Ubuntu, RHEL u otro sistema similar y conserve su os-release; en otro caso decide un revisor.',
    ru: 'Соберите образ на выпущенной версии Debian, Ubuntu, RHEL или подобной системы и сохраните её os-release; иначе решает рецензент.',
    zh: '请基于 Debian、Ubuntu、RHEL 或类似系统的正式版本构建，并保留其 os-release；否则由审核人员决定。',
  },
  check: ({ os }) =>
    os && supportOf(os.id, os.versionId)
      ? kept
      : [{ actual: os ? [os.name, os.id, os.versionId].filter(Boolean).join(', ') || '-' : 'no os-release' }],
});
