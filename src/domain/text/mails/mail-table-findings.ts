import type { MailRow } from './mail-row';

/** Mails about findings that no rule can judge: certification waits for a reviewer, and goes on. */
export const findingMails = {
  findingsInReview: {
    recipients: 'publisher',
    subject: {
      en: '{title}: certification waits for a reviewer',
      es: '{title}: la certificación espera a un revisor',
      ru: '{title}: сертификация ждёт рецензента',
      zh: '{title}：认证正在等待审阅者',
    },
    opening: {
      en: 'Certification of {title} met something that no rule can judge. Reviewers look at it now.',
      es: 'La certificación de {title} ha encontrado algo que ninguna regla puede juzgar. Los revisores lo examinan ahora.',
      ru: 'При сертификации {title} встретилось то, о чём не может судить ни одно правило. Теперь это изучают рецензенты.',
      zh: '{title} 的认证遇到了任何规则都无法判断的内容，审阅者正在查看。',
    },
    parts: ['findings', 'workItem'],
    next: {
      en: 'Nothing to do: a mail tells you how it ended. Questions of the reviewers stand on the Review page. What stands beside a finding spares you the wait the next time.',
      es: 'No tiene que hacer nada: un correo le dirá cómo ha terminado. Las preguntas de los revisores están en la página Revisión. Lo que se indica junto a cada resultado le ahorrará la espera la próxima vez.',
      ru: 'Ничего делать не нужно: о решении сообщит письмо. Вопросы рецензентов видны на странице «Проверка». Совет рядом с каждым результатом избавит от ожидания в следующий раз.',
      zh: '您无需执行任何操作：结果会通过邮件通知您。审阅者的问题显示在“评审”页面。按照检查结果旁的建议处理，下次即可免去等待。',
    },
  },
  findingsApproved: {
    recipients: 'publisher',
    subject: {
      en: '{title}: a reviewer approved the findings',
      es: '{title}: un revisor ha aprobado los resultados',
      ru: '{title}: рецензент принял результаты',
      zh: '{title}：审阅者已批准检查结果',
    },
    opening: {
      en: 'A reviewer approved the findings of the certification of {title} as an exception. Publishing goes on.',
      es: 'Un revisor ha aprobado como excepción los resultados de la certificación de {title}. La publicación continúa.',
      ru: 'Рецензент принял результаты сертификации {title} как исключение. Публикация продолжается.',
      zh: '审阅者已将 {title} 的认证检查结果作为例外批准。发布继续进行。',
    },
    parts: ['reviewComments', 'reviewPage'],
    next: {
      en: 'Nothing to do: another mail comes when it is your turn. While the same bytes are published, these findings are not reviewed again, for ninety days at most.',
      es: 'No tiene que hacer nada: otro correo llegará cuando sea su turno. Mientras se publiquen los mismos bytes, estos resultados no se revisan de nuevo, noventa días como máximo.',
      ru: 'Ничего делать не нужно: когда настанет ваша очередь, придёт ещё одно письмо. Пока публикуются те же байты, эти результаты снова не проверяются, но не дольше девяноста дней.',
      zh: '您无需执行任何操作：轮到您时会另发邮件。只要发布的字节相同，这些检查结果就不会再次评审，最长九十天。',
    },
  },
} satisfies Readonly<Record<string, MailRow>>;
