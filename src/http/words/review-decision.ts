import type { Text } from '../../domain/text/language';

/** What reviewers decide, and what they are asked before. */
export const reviewDecisionWords = {
  'review.requestChanges': {
    en: 'Request changes',
    es: 'Solicitar cambios',
    ru: 'Запросить изменения',
    zh: '要求更改',
  },
  'review.askApprove': {
    en: 'Approve {title}, version {version}?',
    es: '¿Aprobar {title}, versión {version}?',
    ru: 'Одобрить {title}, версию {version}?',
    zh: '是否批准 {title} 版本 {version}？',
  },
  'review.askRequestChanges': {
    en: 'Request changes to {title}, version {version}?',
    es: '¿Solicitar cambios en {title}, versión {version}?',
    ru: 'Запросить изменения в {title}, версии {version}?',
    zh: '是否要求更改 {title} 版本 {version}？',
  },
  'review.approveHelp': {
    en: 'The publication goes on at once, and the publisher is mailed your tips. This cannot be taken back.',
    es: 'La publicación continúa de inmediato y el publicador recibe sus consejos por correo. No se puede deshacer.',
    ru: 'Публикация сразу продолжится, издатель получит ваши советы письмом. Отменить это нельзя.',
    zh: '发布会立即继续，您的建议会通过邮件发送给发布者。此操作无法撤销。',
  },
  'review.requestChangesHelp': {
    en: 'The publication ends, and the publisher is mailed what stands below. Threads stay open for the next publication.',
    es: 'La publicación termina y el publicador recibe por correo lo que figura abajo. Los hilos siguen abiertos para la próxima.',
    ru: 'Публикация завершится, издатель получит письмом то, что указано ниже. Ветки останутся открытыми для следующей публикации.',
    zh: '发布将结束，以下内容会通过邮件发送给发布者。讨论会保留到下一次发布。',
  },
  'review.draftDiffers': {
    en: 'The draft is no longer the same as version {version}. Approving publishes version {version} as it is shown here; what was corrected in the draft goes live only when the publisher publishes again.',
    es: 'El borrador ya no es igual a la versión {version}. Al aprobar se publica la versión {version} tal como se muestra aquí; lo corregido en el borrador solo se publica cuando el publicador publique de nuevo.',
    ru: 'Черновик уже отличается от версии {version}. При одобрении публикуется версия {version}, как она показана здесь; исправленное в черновике выйдет, только когда издатель опубликует его снова.',
    zh: '草稿已与版本 {version} 不同。批准后发布的是此处显示的版本 {version}；草稿中的更正只有在发布者重新发布后才会生效。',
  },
  'review.tips': {
    en: 'Tips for the publisher, one a line (optional)',
    es: 'Consejos para el publicador, uno por línea (opcional)',
    ru: 'Советы издателю, по одному на строку (необязательно)',
    zh: '给发布者的建议，每行一条（可选）',
  },
  'review.more': {
    en: 'What else has to change, one point a line',
    es: 'Qué más hay que cambiar, un punto por línea',
    ru: 'Что ещё нужно изменить, по одному пункту на строку',
    zh: '还需要更改什么，每行一点',
  },
  'review.sayWhat': {
    en: 'Say what has to change: comment on a line or a field, or write it below. Nothing was decided.',
    es: 'Indique qué hay que cambiar: comente una línea o un campo, o escríbalo abajo. No se ha decidido nada.',
    ru: 'Укажите, что нужно изменить: прокомментируйте строку или поле либо напишите ниже. Решение не принято.',
    zh: '请说明需要更改什么：评论某一行或某个字段，或写在下方。尚未作出任何决定。',
  },
} satisfies Record<string, Text>;
