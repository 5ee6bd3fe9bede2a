import type { Text } from '../../domain/text/language';

/** Why a button is not there yet, and what comes after the end. */
export const actionWords = {
  'why.goLiveLater': {
    en: 'Go live becomes possible at {step}.',
    es: 'Se podrá poner en producción en el paso «{step}».',
    ru: 'Запуск станет возможен на этапе «{step}».',
    zh: '到“{step}”步骤时即可推出。',
  },
  'why.decided': {
    en: 'The go-live is decided; the offer is on its way.',
    es: 'La puesta en producción está decidida; la oferta está en camino.',
    ru: 'Решение о запуске принято, предложение публикуется.',
    zh: '已决定推出，正在进行。',
  },
  'why.scheduled': {
    en: 'The go-live is scheduled for {time}.',
    es: 'La puesta en producción está programada para el {time}.',
    ru: 'Запуск назначен на {time}.',
    zh: '推出已安排在 {time}。',
  },
  'why.voted': {
    en: 'You have agreed. Somebody else has to agree, too.',
    es: 'Ya ha dado su aprobación. Falta la de otra persona.',
    ru: 'Вы уже дали согласие. Нужно согласие ещё одного человека.',
    zh: '您已同意。还需要其他人同意。',
  },
  'why.role': {
    en: 'Your role only reads. An owner or contributor of the publisher can do this.',
    es: 'Su rol es de solo lectura. Puede hacerlo un propietario o colaborador del publicador.',
    ru: 'Ваша роль позволяет только читать. Это может сделать владелец или участник издателя.',
    zh: '您的角色仅可查看。发布者的所有者或参与者可以执行此操作。',
  },
  'why.canceling': {
    en: 'Publishing is being canceled.',
    es: 'La publicación se está cancelando.',
    ru: 'Публикация отменяется.',
    zh: '正在取消发布。',
  },
  'ended.live': {
    en: 'This publication went live. To change the offer, save a new draft and publish it.',
    es: 'Esta publicación ya está en producción. Para cambiar la oferta, guarde un borrador nuevo y publíquelo.',
    ru: 'Эта публикация завершилась запуском. Чтобы изменить предложение, сохраните новый черновик и опубликуйте его.',
    zh: '此次发布已推出。如需更改，请保存新草稿并发布。',
  },
  'ended.failed': {
    en: 'This publication has ended. Correct what was found below, then publish again.',
    es: 'Esta publicación ha terminado. Corrija lo que se indica más abajo y publique de nuevo.',
    ru: 'Эта публикация завершена. Исправьте указанное ниже и опубликуйте снова.',
    zh: '此次发布已结束。请更正下面列出的问题，然后重新发布。',
  },
  'ended.ownFailure': {
    en: 'This publication stopped through a fault on our side. An operator is looking at it; you need not do anything.',
    es: 'Esta publicación se detuvo por un fallo nuestro. Un operador lo está revisando; no tiene que hacer nada.',
    ru: 'Эта публикация остановилась из-за ошибки на нашей стороне. Оператор уже разбирается, от вас ничего не требуется.',
    zh: '此次发布因我们这边的故障而停止。运营人员正在处理，您无需执行任何操作。',
  },
  'ended.canceled': {
    en: 'This publication was canceled. Publish again to start over.',
    es: 'Esta publicación se canceló. Publique de nuevo para empezar otra vez.',
    ru: 'Эта публикация отменена. Чтобы начать заново, опубликуйте снова.',
    zh: '此次发布已取消。请重新发布以从头开始。',
  },
  'ended.history': {
    en: 'What happened in this attempt',
    es: 'Qué ocurrió en este intento',
    ru: 'Что произошло в этой попытке',
    zh: '此次尝试的经过',
  },
  'ended.changesRequested': {
    en: 'The reviewers request changes. Make them, then publish again.',
    es: 'Los revisores solicitan cambios. Hágalos y publique de nuevo.',
    ru: 'Проверяющие просят внести изменения. Внесите их и опубликуйте снова.',
    zh: '审阅者要求更改。请修改后重新发布。',
  },
  openEditor: { en: 'Open the Editor', es: 'Abrir el Editor', ru: 'Открыть редактор', zh: '打开编辑器' },
  'confirm.goLive': {
    en: 'Go live with {title}, version {version}?',
    es: '¿Poner en producción {title}, versión {version}?',
    ru: 'Запустить {title}, версию {version}?',
    zh: '是否推出 {title} 版本 {version}？',
  },
  'confirm.goLiveHelp': {
    en: 'Customers get exactly what the preview shows. After that this publication cannot be canceled any more.',
    es: 'Los clientes obtendrán exactamente lo que muestra la vista previa. Después ya no se podrá cancelar esta publicación.',
    ru: 'Клиенты получат ровно то, что видно в предварительной версии. После этого отменить публикацию нельзя.',
    zh: '客户将看到与预览完全相同的内容。之后无法再取消此次发布。',
  },
  'confirm.cancel': {
    en: 'Cancel publishing {title}, version {version}?',
    es: '¿Cancelar la publicación de {title}, versión {version}?',
    ru: 'Отменить публикацию {title}, версии {version}?',
    zh: '是否取消发布 {title} 版本 {version}？',
  },
  'confirm.cancelHelp': {
    en: 'The preview is withdrawn and the publication ends. The draft stays; to publish it later, all steps run again from the first.',
    es: 'La vista previa se retira y la publicación termina. El borrador se conserva; para publicarlo más tarde, todos los pasos se ejecutan de nuevo desde el primero.',
    ru: 'Предварительная версия будет отозвана, публикация завершится. Черновик сохранится; при новой публикации все этапы пройдут с начала.',
    zh: '预览将被撤回，发布将结束。草稿会保留；以后再发布时，所有步骤从头开始。',
  },
  keep: { en: 'Change nothing', es: 'No cambiar nada', ru: 'Ничего не менять', zh: '不做更改' },
} satisfies Record<string, Text>;
