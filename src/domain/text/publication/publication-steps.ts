import type { PublicationMessageCode } from '../../publication/message-codes';
import type { Text } from '../language';

/** What the steps of a publication tell about their work. Quantities are words already (`publication.ts`). */
export const stepTexts = {
  'certification.certified': {
    en: '{artefact} passed certification (SHA-256 {digest}).',
    es: '{artefact} ha superado la certificación (SHA-256 {digest}).',
    ru: '{artefact}: сертификация пройдена (SHA-256 {digest}).',
    zh: '{artefact} 已通过认证（SHA-256 {digest}）。',
  },
  'certification.found': {
    en: '{artefact} is already certified: the certification of {since} still holds.',
    es: '{artefact} ya está certificado: sigue siendo válida la certificación del {since}.',
    ru: '{artefact}: сертификация уже пройдена, действует сертификация от {since}.',
    zh: '{artefact} 已通过认证：{since} 的认证仍然有效。',
  },
  'certification.awaitsReview': {
    en: 'A reviewer has to look at the findings ({count}). Nothing to do for you until then.',
    es: 'Un revisor debe examinar los resultados ({count}). Hasta entonces no tiene que hacer nada.',
    ru: 'Результаты проверки ({count}) должен изучить рецензент. До этого от вас ничего не требуется.',
    zh: '审阅者需要查看检查结果（{count}）。在此之前您无需执行任何操作。',
  },
  'certification.exceptionApproved': {
    en: '{actor} approved the findings as an exception. Publishing goes on.',
    es: '{actor} ha aprobado los resultados como excepción. La publicación continúa.',
    ru: '{actor}: результаты приняты как исключение. Публикация продолжается.',
    zh: '{actor} 已将检查结果作为例外批准。发布继续进行。',
  },
  'certification.exceptionStands': {
    en: '{artefact}: {actor} approved these findings on {since}, and that still holds.',
    es: '{artefact}: {actor} aprobó estos resultados el {since}, y sigue siendo válido.',
    ru: '{artefact}: эти результаты одобрены ({actor}, {since}), одобрение ещё действует.',
    zh: '{artefact}：{actor} 已于 {since} 批准这些检查结果，该批准仍然有效。',
  },
  'provisioning.copied': {
    en: '{region}: {bytes} copied and verified.',
    es: '{region}: {bytes} copiados y verificados.',
    ru: '{region}: скопировано и проверено {bytes}.',
    zh: '{region}：已复制并验证 {bytes}。',
  },
  'provisioning.found': {
    en: '{region}: the verified replicas were already there ({count}); nothing to copy.',
    es: '{region}: las réplicas verificadas ya estaban ahí ({count}); no hay nada que copiar.',
    ru: '{region}: проверенные реплики уже на месте ({count}), копировать нечего.',
    zh: '{region}：已验证的副本已存在（{count}），无需复制。',
  },
  'provisioning.waiting': {
    en: '{region} does not accept data now. It is tried again by itself; the other regions go on. {reason}',
    es: '{region} no acepta datos ahora. Se reintenta automáticamente; las demás regiones continúan. {reason}',
    ru: '{region} сейчас не принимает данные. Попытки повторяются сами, остальные регионы продолжают. {reason}',
    zh: '{region} 目前不接受数据。系统会自动重试，其他区域继续进行。{reason}',
  },
  'package.made': {
    en: 'The product page is packaged and signed ({digest}).',
    es: 'La página del producto está empaquetada y firmada ({digest}).',
    ru: 'Страница продукта упакована и подписана ({digest}).',
    zh: '产品页面已打包并签名（{digest}）。',
  },
  'package.found': {
    en: 'The content is unchanged: the package of {since} is used ({digest}).',
    es: 'El contenido no ha cambiado: se usa el paquete del {since} ({digest}).',
    ru: 'Содержимое не изменилось: используется пакет от {since} ({digest}).',
    zh: '内容没有变化：使用 {since} 的包（{digest}）。',
  },
  'lead.skipped': {
    en: 'No lead destination is set, so no test lead was sent.',
    es: 'No hay ningún destino de clientes potenciales, así que no se ha enviado ninguno de prueba.',
    ru: 'Назначение для потенциальных клиентов не задано, тестовая запись не отправлена.',
    zh: '未设置潜在顾客目标，因此未发送测试潜在顾客。',
  },
  'lead.registered': {
    en: 'A test lead was sent to {destination}. Look for {token} there.',
    es: 'Se ha enviado un cliente potencial de prueba a {destination}. Busque allí {token}.',
    ru: 'Тестовый потенциальный клиент отправлен в {destination}. Найдите там {token}.',
    zh: '测试潜在顾客已发送到 {destination}。请在其中查找 {token}。',
  },
  'lead.failed': {
    en: '{destination} refused the test lead: {answer}. Correct the lead settings, then publish again.',
    es: '{destination} ha rechazado el cliente potencial de prueba: {answer}. Corrija la configuración y publique de nuevo.',
    ru: '{destination}: тестовый потенциальный клиент отклонён ({answer}). Исправьте настройки и опубликуйте снова.',
    zh: '{destination} 拒绝了测试潜在顾客：{answer}。请更正潜在顾客设置，然后重新发布。',
  },
  'preview.open': {
    en: 'The preview is open to the allow-listed subscriptions. Check the page and deploy from it.',
    es: 'La vista previa está abierta a las suscripciones permitidas. Revise la página y pruebe la implementación.',
    ru: 'Предварительный просмотр открыт для разрешённых подписок. Проверьте страницу и развёртывание.',
    zh: '预览版已对允许列表中的订阅开放。请检查页面并测试部署。',
  },
  'signOff.waiting': {
    en: 'When the preview is right, go live. If it is not, cancel publishing.',
    es: 'Si la vista previa es correcta, ponga la oferta en producción. Si no, cancele la publicación.',
    ru: 'Если в предварительном просмотре всё верно, запустите предложение. Если нет, отмените публикацию.',
    zh: '如果预览无误，请推出；否则请取消发布。',
  },
  'signOff.reminded': {
    en: 'Reminder {number} was sent: the offer still waits for your sign-off.',
    es: 'Recordatorio {number} enviado: la oferta sigue a la espera de su aprobación.',
    ru: 'Отправлено напоминание {number}: предложение всё ещё ждёт вашего утверждения.',
    zh: '已发送第 {number} 次提醒：产品/服务仍在等待您签收。',
  },
  'address.waiting': {
    en: 'Enter the e-mail address that gets the notices of this publication.',
    es: 'Indique la dirección de correo que recibirá los avisos de esta publicación.',
    ru: 'Укажите адрес электронной почты для уведомлений об этой публикации.',
    zh: '请输入接收此次发布通知的电子邮件地址。',
  },
  'address.reminded': {
    en: 'Reminder {number}: the e-mail address for notices is still missing.',
    es: 'Recordatorio {number}: sigue faltando la dirección de correo para los avisos.',
    ru: 'Напоминание {number}: адрес для уведомлений всё ещё не указан.',
    zh: '第 {number} 次提醒：仍缺少接收通知的电子邮件地址。',
  },
  'address.provided': {
    en: '{actor} gave the e-mail addresses for notices.',
    es: '{actor} ha indicado las direcciones de correo para los avisos.',
    ru: '{actor}: указаны адреса для уведомлений.',
    zh: '{actor} 已提供接收通知的电子邮件地址。',
  },
  'address.missing': {
    en: 'No e-mail address for notices was given in {days} days, so publishing was canceled. Publish again to start over.',
    es: 'En {days} días no se indicó ninguna dirección de correo, así que se canceló la publicación. Publique de nuevo para empezar otra vez.',
    ru: 'Адрес для уведомлений не был указан (срок в днях: {days}), публикация отменена. Чтобы начать заново, опубликуйте снова.',
    zh: '{days} 天内未提供接收通知的电子邮件地址，发布已取消。请重新发布。',
  },
} satisfies Readonly<Record<string, Text>>;

/** Said instead where a message knows since when; those of earlier releases do not. */
export const datedTexts: Readonly<Partial<Record<PublicationMessageCode, Text>>> = {
  'provisioning.found': {
    en: '{region}: the verified replicas ({count}) have been there since {since}; nothing to copy.',
    es: '{region}: las réplicas verificadas ({count}) están ahí desde el {since}; no hay nada que copiar.',
    ru: '{region}: проверенные реплики ({count}) на месте, время проверки: {since}; копировать нечего.',
    zh: '{region}：已验证的副本（{count}）自 {since} 起已存在，无需复制。',
  },
};
