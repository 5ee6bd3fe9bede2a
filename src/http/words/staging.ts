import type { Text } from '../../domain/text/language';
import { stagingCommands } from '../../domain/text/publication/staging-texts';
import type { Word } from './all-words';

const { goLive: request, withdrawGoLive: withdraw } = stagingCommands;

/** Where pages about an offer of the 2015 portal say something else than everywhere. */
export const stagingWords: Readonly<Partial<Record<Word, Text>>> = {
  ...(request && { goLive: request }),
  ...(withdraw && { withdrawGoLive: withdraw }),
  preview: { en: 'Staging', es: 'Entorno de ensayo', ru: 'Промежуточная среда', zh: '过渡环境' },
  'editor.publish': {
    en: 'Push to staging',
    es: 'Enviar al entorno de ensayo',
    ru: 'Отправить в промежуточную среду',
    zh: '推送到过渡环境',
  },
  'publish.start': {
    en: 'Push to staging',
    es: 'Enviar al entorno de ensayo',
    ru: 'Отправить в промежуточную среду',
    zh: '推送到过渡环境',
  },
  'publish.ready': {
    en: 'The walkthrough is complete',
    es: 'El recorrido está completo',
    ru: 'Пошаговая проверка пройдена',
    zh: '演练已完成',
  },
  'publish.ask': {
    en: 'Which e-mail address gets all notices on the way to staging and production?',
    es: '¿Qué correo recibirá todos los avisos hasta el entorno de ensayo y producción?',
    ru: 'На какой адрес присылать уведомления о пути в промежуточную и рабочую среды?',
    zh: '推送到过渡环境和生产环境期间的通知发送到哪个电子邮件地址？',
  },
  'why.goLiveLater': {
    en: 'Approval can be requested once the offer has been tested in staging, at {step}.',
    es: 'La aprobación se puede solicitar cuando la oferta esté en el entorno de ensayo, en el paso «{step}».',
    ru: 'Запросить перевод можно, когда предложение в промежуточной среде, на этапе «{step}».',
    zh: '产品/服务进入过渡环境后，可在“{step}”步骤请求批准。',
  },
  'why.decided': {
    en: 'Approval is requested; the approval team and production come next.',
    es: 'La aprobación está solicitada; siguen el equipo de aprobación y producción.',
    ru: 'Перевод запрошен; дальше - группа утверждения и рабочая среда.',
    zh: '已请求批准；接下来由审批团队处理并进入生产环境。',
  },
  'why.scheduled': {
    en: 'The request for approval is scheduled for {time}.',
    es: 'La solicitud de aprobación está programada para el {time}.',
    ru: 'Запрос на перевод назначен на {time}.',
    zh: '批准请求已安排在 {time}。',
  },
  'why.voted': {
    en: 'You have requested approval. Somebody else has to request it, too.',
    es: 'Ya ha solicitado la aprobación. Falta la solicitud de otra persona.',
    ru: 'Вы уже подали запрос. Нужен запрос ещё одного человека.',
    zh: '您已请求批准。还需要其他人请求。',
  },
  'ended.live': {
    en: 'The offer is listed. Test your customer scenarios in production; to change the offer, save a new draft and push it to staging.',
    es: 'La oferta está listada. Pruebe los escenarios de sus clientes en producción; para cambiarla, guarde un borrador nuevo y envíelo al entorno de ensayo.',
    ru: 'Предложение размещено. Проверьте сценарии клиентов в рабочей среде; чтобы изменить предложение, сохраните новый черновик и отправьте его в промежуточную среду.',
    zh: '产品/服务已上架。请在生产环境中测试客户场景；如需更改，请保存新草稿并推送到过渡环境。',
  },
  'confirm.goLive': {
    en: 'Request approval to push {title}, version {version}, to production?',
    es: '¿Solicitar la aprobación para pasar {title}, versión {version}, a producción?',
    ru: 'Запросить перевод {title}, версии {version}, в рабочую среду?',
    zh: '是否请求批准将 {title} 版本 {version} 推送到生产环境？',
  },
  'confirm.goLiveHelp': {
    en: 'The approval team reviews exactly what is in staging. After that this publication cannot be canceled any more.',
    es: 'El equipo de aprobación revisa exactamente lo que hay en el entorno de ensayo. Después ya no se podrá cancelar esta publicación.',
    ru: 'Группа утверждения проверит ровно то, что находится в промежуточной среде. После этого отменить публикацию нельзя.',
    zh: '审批团队将审查过渡环境中的内容。之后无法再取消此次发布。',
  },
  'confirm.cancelHelp': {
    en: 'The offer leaves staging and the publication ends. The draft stays; pushing it to staging again begins with the walkthrough.',
    es: 'La oferta sale del entorno de ensayo y la publicación termina. El borrador se conserva; al enviarlo de nuevo se empieza por el recorrido.',
    ru: 'Предложение покинет промежуточную среду, публикация завершится. Черновик сохранится; новая отправка начнётся с пошаговой проверки.',
    zh: '产品/服务将离开过渡环境，发布将结束。草稿会保留；再次推送将从演练开始。',
  },
  'discard.wasShown': {
    en: 'This offer was pushed to staging or production. Only a draft that never was can be discarded; ask for support to have a listed offer removed.',
    es: 'Esta oferta se ha enviado al entorno de ensayo o a producción. Solo se puede descartar un borrador que nunca lo fue; para retirar una oferta listada, solicite soporte.',
    ru: 'Это предложение было отправлено в промежуточную или рабочую среду. Удалить можно только черновик, который никуда не отправляли; чтобы убрать размещённое предложение, обратитесь в поддержку.',
    zh: '此产品/服务已推送到过渡或生产环境。只能放弃从未推送过的草稿；如需移除已上架的产品/服务，请联系支持人员。',
  },
  previewBanner: {
    en: 'Staging: only allow-listed subscriptions see this page. Customers see it like this once it is listed.',
    es: 'Entorno de ensayo: solo las suscripciones permitidas ven esta página. Así la verán los clientes cuando esté listada.',
    ru: 'Промежуточная среда: страницу видят только разрешённые подписки. Так её увидят клиенты после размещения.',
    zh: '过渡环境：只有允许列表中的订阅可以看到此页。上架后客户将看到相同的页面。',
  },
};
