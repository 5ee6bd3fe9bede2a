import { daysBefore, warnedDays } from '../../dated-facts';
import { supportOf } from './supported-versions';
import { kept } from '../../rule';
import { linuxRule } from './linux-rule';

export const endOfLife = linuxRule({
  id: 'vm.guest.end-of-life',
  severity: 'error',
  policy: '200.5',
  title: 'The operating system gets security updates',
  rationale:
    'After its end of life a system gets no fixes: every hole that is found later stays open on every machine that is deployed.',
  limits: {
    en: 'It knows Debian, Ubuntu, RHEL, CentOS, Rocky Linux, AlmaLinux, Oracle Linux, SLES, openSUSE Leap, Azure Linux and Alpine, and counts only updates that need no paid extension. For any other system vm.guest.os-known asks for a reviewer.',
    es: 'Conoce Debian, Ubuntu, RHEL, CentOS, Rocky Linux, AlmaLinux, Oracle Linux, SLES, openSUSE Leap, Azure Linux y Alpine, y solo cuenta las actualizaciones que no exigen una ampliación de pago. Para cualquier otro sistema, vm.guest.os-known pide un revisor.',
    ru: 'Известны Debian, Ubuntu, RHEL, CentOS, Rocky Linux, AlmaLinux, Oracle Linux, SLES, openSUSE Leap, Azure Linux и Alpine; учитываются только обновления, не требующие платного продления. Для любой другой системы vm.guest.os-known требует рецензента.',
    zh: '它了解 Debian、Ubuntu、RHEL、CentOS、Rocky Linux、AlmaLinux、Oracle Linux、SLES、openSUSE Leap、Azure Linux 和 Alpine，且只计入无需付费延长支持的更新。对于其他系统，vm.guest.os-known 会要求审核人员检查。',
  },
  message: {
    en: '{name} gets security updates until {until}.',
    es: '{name} recibe actualizaciones de seguridad hasta el {until}.',
    ru: '{name} получает обновления безопасности до {until}.',
    zh: '{name} 的安全更新截止到 {until}。',
  },
  fix: {
    en: 'Build the image on a version that is supported for longer.',
    es: 'Cree la imagen con una versión que tenga soporte durante más tiempo.',
    ru: 'Соберите образ на версии с более долгой поддержкой.',
    zh: '请使用支持期更长的版本构建映像。',
  },
  applies: ({ os }) => os !== null && supportOf(os.id, os.versionId) !== undefined,
  check: ({ os }, at) => {
    const support = os ? supportOf(os.id, os.versionId) : undefined;
    const today = at.slice(0, 10);
    if (!support || today < daysBefore(support.until, warnedDays)) return kept;
    const isOver = today > support.until;
    return [
      {
        expected: `> ${today}`,
        actual: support.until,
        severity: isOver ? 'error' : 'warning',
        params: { name: os?.name || `${support.id} ${support.versionId}`, until: support.until },
      },
    ];
  },
});
