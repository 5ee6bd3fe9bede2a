import type { MailRow } from './mail-row';

/** Mails to those whose vote is still needed, or who voted and have to hear what became of it. */
export const voteMails = {
  goLiveVoted: {
    recipients: 'publisher',
    subject: {
      en: '{title}: another vote is needed for production',
      es: '{title}: falta otro voto para pasar a producción',
      ru: '{title}: нужен ещё один голос для перевода в рабочую среду',
      zh: '{title}：进入生产环境还需要其他人同意',
    },
    opening: {
      en: 'One more person has agreed that {title} goes to production. That does not decide it yet.',
      es: 'Otra persona está de acuerdo en que {title} pase a producción. Todavía no está decidido.',
      ru: 'Ещё один человек согласен с переводом {title} в рабочую среду. Это пока не решение.',
      zh: '又有一人同意将 {title} 推送到生产环境，但尚未形成决定。',
    },
    parts: ['whoDecided', 'goLiveState', 'previewLinks', 'goLiveWays'],
    next: {
      en: 'Look at the preview, and if it is right, agree too: on the Status page or from a terminal.',
      es: 'Compruebe la vista previa y, si es correcta, dé también su acuerdo: en la página Estado o desde un terminal.',
      ru: 'Проверьте предварительный просмотр и, если всё верно, тоже дайте согласие: на странице «Состояние» или в терминале.',
      zh: '请检查预览；如无问题，请在状态页面或终端中同意。',
    },
  },
  goLiveScheduled: {
    recipients: 'publisher',
    subject: {
      en: '{title}: goes to production at a date',
      es: '{title}: pasará a producción en una fecha',
      ru: '{title}: назначена дата перевода в рабочую среду',
      zh: '{title}：已设定进入生产环境的日期',
    },
    opening: {
      en: 'All whose vote is needed have agreed that {title} goes to production, and a date is set.',
      es: 'Todas las personas necesarias están de acuerdo en que {title} pase a producción, y hay una fecha.',
      ru: 'Все необходимые согласия на перевод {title} в рабочую среду получены, дата назначена.',
      zh: '所需人员均已同意将 {title} 推送到生产环境，并已设定日期。',
    },
    parts: ['whoDecided', 'goLiveState', 'withdrawWay'],
    next: {
      en: 'Nothing to do until then. Until the date comes, the Status page and the command above take it back.',
      es: 'No tiene que hacer nada hasta entonces. Antes de la fecha se puede retirar en la página Estado o con el comando de arriba.',
      ru: 'До этой даты ничего делать не нужно. Отозвать решение до её наступления можно на странице «Состояние» или командой выше.',
      zh: '在此之前无需操作。日期到来之前，可在状态页面或使用上面的命令撤回。',
    },
  },
  goLiveWithdrawn: {
    recipients: 'publisher',
    subject: {
      en: '{title}: the votes for production were taken back',
      es: '{title}: se han retirado los votos para pasar a producción',
      ru: '{title}: согласие на перевод в рабочую среду отозвано',
      zh: '{title}：进入生产环境的同意已撤回',
    },
    opening: {
      en: 'All votes for {title} were taken back, and the date with them. It stays in preview.',
      es: 'Se han retirado todos los votos para {title} y, con ellos, la fecha. Sigue en vista previa.',
      ru: 'Все голоса за {title} отозваны, дата отменена. Предложение остаётся в предварительном просмотре.',
      zh: '{title} 的所有同意及日期均已撤回，它仍处于预览状态。',
    },
    parts: ['whoDecided', 'goLiveState', 'goLiveWays'],
    next: {
      en: 'Talk to whoever took them back. When the preview is right, agree again; else cancel publishing.',
      es: 'Hable con quien los ha retirado. Si la vista previa es correcta, dé de nuevo su acuerdo; si no, cancele la publicación.',
      ru: 'Поговорите с тем, кто их отозвал. Если предварительный просмотр верен, дайте согласие снова; иначе отмените публикацию.',
      zh: '请与撤回者沟通。预览无误时请重新同意，否则请取消发布。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
