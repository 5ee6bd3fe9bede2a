import type { Text } from '../../domain/text/language';

/** The pages that only the 2015 portal has: Walkthrough and Publish. */
export const stagedPageWords = {
  'tab.walkthrough': { en: 'Walkthrough', es: 'Recorrido', ru: 'Пошаговая проверка', zh: '演练' },
  'tab.publish': { en: 'Publish', es: 'Publicar', ru: 'Публикация', zh: '发布' },
  'walkthrough.of': {
    en: 'Walkthrough of {title}',
    es: 'Recorrido de {title}',
    ru: 'Пошаговая проверка: {title}',
    zh: '{title} 的演练',
  },
  'walkthrough.help': {
    en: 'All four parts must be complete before the offer can be pushed to staging.',
    es: 'Las cuatro partes deben estar completas antes de enviar la oferta al entorno de ensayo.',
    ru: 'Чтобы отправить предложение в промежуточную среду, все четыре части должны быть заполнены.',
    zh: '四个部分全部完成后，才能将产品/服务推送到过渡环境。',
  },
  'walkthrough.green': { en: 'Complete', es: 'Completo', ru: 'Заполнено', zh: '已完成' },
  'walkthrough.red': {
    en: 'Incomplete: {count}',
    es: 'Incompleto: {count}',
    ru: 'Не хватает: {count}',
    zh: '未完成：{count}',
  },
  'walkthrough.nothing': {
    en: 'Nothing is missing.',
    es: 'No falta nada.',
    ru: 'Всё на месте.',
    zh: '没有缺少任何内容。',
  },
  'walkthrough.toEditor': {
    en: 'Open this part in the Editor',
    es: 'Abrir esta parte en el Editor',
    ru: 'Открыть эту часть в редакторе',
    zh: '在编辑器中打开此部分',
  },
  'walkthrough.push': {
    en: 'Push to staging',
    es: 'Enviar al entorno de ensayo',
    ru: 'Отправить в промежуточную среду',
    zh: '推送到过渡环境',
  },
  'walkthrough.notYet': {
    en: 'Possible once all four parts are complete.',
    es: 'Será posible cuando las cuatro partes estén completas.',
    ru: 'Станет возможно, когда заполнены все четыре части.',
    zh: '四个部分全部完成后即可使用。',
  },
  'publishing.of': {
    en: 'Publish {title}',
    es: 'Publicar {title}',
    ru: 'Публикация: {title}',
    zh: '发布 {title}',
  },
  'publishing.production': {
    en: 'Push to production',
    es: 'Paso a producción',
    ru: 'Перевод в рабочую среду',
    zh: '推送到生产环境',
  },
  'publishing.help': {
    en: 'Test the offer in staging first. Your request goes to the approval team; once it approves, the offer is listed.',
    es: 'Pruebe antes la oferta en el entorno de ensayo. Su solicitud llega al equipo de aprobación; cuando la apruebe, la oferta se listará.',
    ru: 'Сначала проверьте предложение в промежуточной среде. Запрос получит группа утверждения; после её согласия предложение будет размещено.',
    zh: '请先在过渡环境中测试。您的请求会发送给审批团队；批准后产品/服务即上架。',
  },
  'publishing.notStaged': {
    en: 'The offer is not in staging. Complete the walkthrough and push it there first.',
    es: 'La oferta no está en el entorno de ensayo. Complete el recorrido y envíela primero.',
    ru: 'Предложения нет в промежуточной среде. Пройдите пошаговую проверку и отправьте его туда.',
    zh: '产品/服务不在过渡环境中。请先完成演练并推送。',
  },
  'publishing.inStaging': {
    en: 'In staging for',
    es: 'En el entorno de ensayo para',
    ru: 'В промежуточной среде для',
    zh: '过渡环境对象',
  },
  'publishing.scenarios': {
    en: 'Test in staging, and again in production',
    es: 'Pruebe en el entorno de ensayo y después en producción',
    ru: 'Проверьте в промежуточной среде, а затем в рабочей',
    zh: '在过渡环境中测试，上架后再在生产环境中测试',
  },
  'scenarios.production': {
    en: 'Test in production',
    es: 'Pruebe en producción',
    ru: 'Проверьте в рабочей среде',
    zh: '在生产环境中测试',
  },
} satisfies Record<string, Text>;
