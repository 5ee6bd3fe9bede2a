import type { FindingTexts } from './finding-text';
import type { Text } from '../language';

const newPlan: Text = {
  en: 'Put it back, and add a new plan for the change.',
  es: 'Déjelo como estaba y añada un plan nuevo para el cambio.',
  ru: 'Верните прежнее значение и добавьте для изменения новый план.',
  zh: '请恢复原状，并为该更改添加新计划。',
};

const newVersion: Text = {
  en: 'Add the changed disks as a new version with a greater number.',
  es: 'Añada los discos cambiados como una versión nueva con un número mayor.',
  ru: 'Добавьте изменённые диски как новую версию с большим номером.',
  zh: '请将更改后的磁盘添加为版本号更大的新版本。',
};

/** What the live version no longer allows. */
export const offerLiveFindings: FindingTexts = {
  'offer.identity-changed': {
    message: {
      en: '"{field}" of a live offer cannot change: it was {expected}.',
      es: '«{field}» de una oferta publicada no puede cambiar: era {expected}.',
      ru: '«{field}» опубликованного предложения изменить нельзя: было {expected}.',
      zh: '已推出的产品/服务的“{field}”不能更改：原为 {expected}。',
    },
    fix: {
      en: 'Put it back, or make a new offer.',
      es: 'Déjelo como estaba o cree una oferta nueva.',
      ru: 'Верните прежнее значение или создайте новое предложение.',
      zh: '请恢复原状，或创建新的产品/服务。',
    },
  },
  'offer.live-plan-removed': {
    message: {
      en: 'The live plan "{plan}" is not in this version: nobody can buy it any more once this is live.',
      es: 'El plan publicado «{plan}» no está en esta versión: nadie podrá comprarlo cuando se publique.',
      ru: 'Опубликованного плана «{plan}» нет в этой версии: после публикации его нельзя будет купить.',
      zh: '已推出的计划“{plan}”不在此版本中：此版本推出后将无法再购买。',
    },
    fix: {
      en: 'If this was meant to rename it, put it back: the id of a live plan never changes.',
      es: 'Si quería cambiarle el nombre, restáurelo: el id. de un plan publicado no cambia nunca.',
      ru: 'Если вы хотели его переименовать, верните план: идентификатор опубликованного плана не меняется.',
      zh: '如果只是想重命名，请将其恢复：已推出计划的 ID 永不更改。',
    },
  },
  'offer.plan-made-private': {
    message: {
      en: 'The plan "{plan}" is public and cannot become private.',
      es: 'El plan «{plan}» es público y no puede hacerse privado.',
      ru: 'План «{plan}» общедоступен и не может стать частным.',
      zh: '计划“{plan}”是公共计划，不能变为专用计划。',
    },
    fix: newPlan,
  },
  'offer.billing-model-changed': {
    message: {
      en: 'The billing model of the live plan "{plan}" cannot change.',
      es: 'El modelo de facturación del plan publicado «{plan}» no puede cambiar.',
      ru: 'Модель оплаты опубликованного плана «{plan}» изменить нельзя.',
      zh: '已推出计划“{plan}”的计费模式不能更改。',
    },
    fix: newPlan,
  },
  'offer.currency-changed': {
    message: {
      en: 'The currency of the live plan "{plan}" cannot change from {expected} to {actual}.',
      es: 'La moneda del plan publicado «{plan}» no puede cambiar de {expected} a {actual}.',
      ru: 'Валюту опубликованного плана «{plan}» нельзя изменить с {expected} на {actual}.',
      zh: '已推出计划“{plan}”的货币不能从 {expected} 更改为 {actual}。',
    },
    fix: newPlan,
  },
  'offer.price-raised': {
    message: {
      en: 'The price of the live plan "{plan}" ({size}) rises from {before} to {after}; it can only fall.',
      es: 'El precio del plan publicado «{plan}» ({size}) sube de {before} a {after}; solo puede bajar.',
      ru: 'Цена опубликованного плана «{plan}» ({size}) растёт с {before} до {after}; она может только снижаться.',
      zh: '已推出计划“{plan}”（{size}）的价格从 {before} 升至 {after}；价格只能降低。',
    },
    fix: newPlan,
  },
  'offer.monthly-price-raised': {
    message: {
      en: 'The monthly price of the live plan "{plan}" rises from {before} to {after}; it can only fall.',
      es: 'El precio mensual del plan publicado «{plan}» sube de {before} a {after}; solo puede bajar.',
      ru: 'Цена опубликованного плана «{plan}» за месяц растёт с {before} до {after}; она может только снижаться.',
      zh: '已推出计划“{plan}”的月价从 {before} 升至 {after}；价格只能降低。',
    },
    fix: newPlan,
  },
  'offer.region-price-changed': {
    message: {
      en: 'The plan "{plan}" comes back to {country} at {actual}; it keeps the price it had there: {expected}.',
      es: 'El plan «{plan}» vuelve a {country} a {actual}; conserva el precio que tenía allí: {expected}.',
      ru: 'План «{plan}» возвращается в {country} по цене {actual}; он сохраняет прежнюю цену: {expected}.',
      zh: '计划“{plan}”以 {actual} 重新在 {country} 销售；必须保持原来的价格：{expected}。',
    },
    fix: {
      en: 'Put the old price back. Once this is live, it can fall.',
      es: 'Restaure el precio anterior. Cuando esté publicado, podrá bajar.',
      ru: 'Верните прежнюю цену. После публикации её можно снизить.',
      zh: '请恢复原价。推出之后可以降价。',
    },
  },
  'offer.image-version-not-greater': {
    message: {
      en: 'The new image version {version} is not greater than {newest}, which is or was live, so nobody would see it.',
      es: 'La nueva versión de imagen {version} no es mayor que {newest}, que está o estuvo publicada; nadie la vería.',
      ru: 'Новая версия образа {version} не больше {newest}, которая опубликована или была опубликована, и её никто не увидит.',
      zh: '新映像版本 {version} 不大于现在或曾经推出的版本 {newest}，因此不会显示。',
    },
    fix: {
      en: 'Give the version a number greater than {newest}.',
      es: 'Dé a la versión un número mayor que {newest}.',
      ru: 'Присвойте версии номер больше {newest}.',
      zh: '请为该版本指定大于 {newest} 的版本号。',
    },
  },
  'offer.live-image-changed': {
    message: {
      en: 'The disk {artefact} is or was live and cannot be exchanged for another one.',
      es: 'El disco {artefact} está o estuvo publicado y no se puede cambiar por otro.',
      ru: 'Диск {artefact} опубликован или был опубликован, и заменить его другим нельзя.',
      zh: '磁盘 {artefact} 现在或曾经推出，不能换成另一个。',
    },
    fix: newVersion,
  },
  'offer.data-disk-count-changed': {
    message: {
      en: 'Version {version} of the plan "{plan}" has {actual} data disks; all its versions must have {expected}.',
      es: 'La versión {version} del plan «{plan}» tiene {actual} discos de datos; todas deben tener {expected}.',
      ru: 'В версии {version} плана «{plan}» дисков данных: {actual}; во всех версиях должно быть {expected}.',
      zh: '计划“{plan}”的版本 {version} 有 {actual} 个数据磁盘；其所有版本都必须有 {expected} 个。',
    },
    fix: {
      en: 'Keep the number of data disks, or add a new plan for it.',
      es: 'Mantenga el número de discos de datos o añada un plan nuevo.',
      ru: 'Сохраните число дисков данных или добавьте новый план.',
      zh: '请保持数据磁盘数量不变，或为此添加新计划。',
    },
  },
};
