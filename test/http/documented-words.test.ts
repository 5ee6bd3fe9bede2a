import { statusLabel, stepName } from '../../src/domain/text/labels';
import { languages } from '../../src/domain/text/language';
import type { Word } from '../../src/http/words/all-words';
import { wordsIn } from '../../src/http/words/words';

const word = (name: Word) => languages.map((language) => wordsIn(language).say(name));
const step = (id: string) => languages.map((language) => stepName(id, language));

/** The documented process in four languages: en, es, ru, zh. */
it.each<[readonly string[], readonly string[]]>([
  [word('allOffers'), ['All offers', 'Todas las ofertas', 'Все предложения', '所有产品/服务']],
  [word('tab.editor'), ['Editor', 'Editor', 'Редактор', '编辑器']],
  [word('tab.status'), ['Status', 'Estado', 'Состояние', '状态']],
  [word('tab.history'), ['History', 'Historial', 'Журнал', '历史记录']],
  [word('editor.publish'), ['Publish', 'Publicar', 'Опубликовать', '发布']],
  [word('goLive'), ['Go live', 'Poner en producción', 'Запустить', '推出']],
  [word('cancel'), ['Cancel publishing', 'Cancelar publicación', 'Отменить публикацию', '取消发布']],
  [
    step('displaydummycertify'),
    [
      'Validate prerequisites',
      'Validar los requisitos previos',
      'Проверка предварительных требований',
      '验证先决条件',
    ],
  ],
  [step('displaycertify'), ['Certification', 'Certificación', 'Сертификация', '认证']],
  [step('displayprovision'), ['Provisioning', 'Aprovisionamiento', 'Подготовка', '预配']],
  [
    step('displaypackage'),
    [
      'Packaging and lead generation registration',
      'Empaquetado y registro de clientes potenciales',
      'Упаковка и регистрация потенциальных клиентов',
      '打包以及潜在顾客开发注册',
    ],
  ],
  [
    step('preview'),
    [
      'Offer available in preview',
      'Oferta disponible en vista previa',
      'Предложение доступно для предварительного просмотра',
      '产品/服务以预览版提供',
    ],
  ],
  [
    step('publisher-signoff'),
    ['Publisher sign-off', 'Aprobación del publicador', 'Утверждение издателем', '发布者签收'],
  ],
  [step('live'), ['Live', 'Publicada', 'Опубликовано', '已推出']],
  [
    languages.map((language) => statusLabel('succeeded', language)),
    ['Live', 'Publicada', 'Опубликовано', '已推出'],
  ],
])('says %j', (said, documented) => {
  expect(said).toEqual(documented);
});
