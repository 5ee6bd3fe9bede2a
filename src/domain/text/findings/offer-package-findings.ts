import type { FindingTexts } from './finding-text';
import type { Text } from '../language';

const newVersion: Text = {
  en: 'Add the changed package as a new version with a greater number.',
  es: 'Añada el paquete cambiado como una versión nueva con un número mayor.',
  ru: 'Добавьте изменённый пакет как новую версию с большим номером.',
  zh: '请将更改后的包添加为版本号更大的新版本。',
};

/** What is wrong with the packages of an Azure application's plans. */
export const offerPackageFindings: FindingTexts = {
  'offer.package-missing': {
    message: {
      en: 'The plan "{plan}" has no package version.',
      es: 'El plan «{plan}» no tiene ninguna versión de paquete.',
      ru: 'В плане «{plan}» нет ни одной версии пакета.',
      zh: '计划“{plan}”没有包版本。',
    },
    fix: {
      en: 'Add a version with the address of its package.',
      es: 'Añada una versión con la dirección de su paquete.',
      ru: 'Добавьте версию с адресом её пакета.',
      zh: '请添加一个版本，并提供其包的地址。',
    },
  },
  'offer.package-versions-too-many': {
    message: {
      en: 'The plan "{plan}" has {count} package versions; at most {limit} are kept.',
      es: 'El plan «{plan}» tiene {count} versiones de paquete; se conservan como máximo {limit}.',
      ru: 'В плане «{plan}» версий пакета: {count}; хранится не более {limit}.',
      zh: '计划“{plan}”有 {count} 个包版本；最多保留 {limit} 个。',
    },
    fix: {
      en: 'Remove the oldest versions.',
      es: 'Quite las versiones más antiguas.',
      ru: 'Удалите самые старые версии.',
      zh: '请删除最旧的版本。',
    },
  },
  'offer.package-version-invalid': {
    message: {
      en: 'The package version "{version}" is not of the form X.Y.Z with whole numbers.',
      es: 'La versión de paquete «{version}» no tiene la forma X.Y.Z con números enteros.',
      ru: 'Версия пакета «{version}» записана не в виде X.Y.Z с целыми числами.',
      zh: '包版本“{version}”不是由整数组成的 X.Y.Z 格式。',
    },
    fix: {
      en: 'Name the version like 1.0.0.',
      es: 'Nombre la versión como 1.0.0.',
      ru: 'Назовите версию по образцу 1.0.0.',
      zh: '请将版本命名为类似 1.0.0 的格式。',
    },
  },
  'offer.package-version-not-greater': {
    message: {
      en: 'The new package version {version} is not greater than {newest}, which is or was live, so nobody would see it.',
      es: 'La nueva versión de paquete {version} no es mayor que {newest}, que está o estuvo publicada; nadie la vería.',
      ru: 'Новая версия пакета {version} не больше {newest}, которая опубликована или была опубликована, и её никто не увидит.',
      zh: '新包版本 {version} 不大于现在或曾经推出的版本 {newest}，因此不会显示。',
    },
    fix: {
      en: 'Give the version a number greater than {newest}.',
      es: 'Dé a la versión un número mayor que {newest}.',
      ru: 'Присвойте версии номер больше {newest}.',
      zh: '请为该版本指定大于 {newest} 的版本号。',
    },
  },
  'offer.live-package-changed': {
    message: {
      en: 'The package {artefact} is or was live and cannot be exchanged for another one.',
      es: 'El paquete {artefact} está o estuvo publicado y no se puede cambiar por otro.',
      ru: 'Пакет {artefact} опубликован или был опубликован, и заменить его другим нельзя.',
      zh: '包 {artefact} 现在或曾经推出，不能换成另一个。',
    },
    fix: newVersion,
  },
  'offer.plan-kind-changed': {
    message: {
      en: 'The live plan "{plan}" is a {expected} and stays one.',
      es: 'El plan publicado «{plan}» es {expected} y no cambia.',
      ru: 'Вид опубликованного плана «{plan}» — {expected}, и он не меняется.',
      zh: '已推出的计划“{plan}”的类型为 {expected}，不能更改。',
    },
    fix: {
      en: 'Put it back, and add a new plan of the other kind.',
      es: 'Déjelo como estaba y añada un plan nuevo del otro tipo.',
      ru: 'Верните прежнее значение и добавьте новый план другого вида.',
      zh: '请恢复原状，并添加另一类型的新计划。',
    },
  },
  'offer.policy-parameters-invalid': {
    message: {
      en: 'The parameters of a policy must be a JSON object.',
      es: 'Los parámetros de una directiva deben ser un objeto JSON.',
      ru: 'Параметры политики должны быть объектом JSON.',
      zh: '策略参数必须是 JSON 对象。',
    },
    fix: {
      en: 'Write an object of names and values, or leave it empty.',
      es: 'Escriba un objeto de nombres y valores, o déjelo vacío.',
      ru: 'Запишите объект из имён и значений или оставьте поле пустым.',
      zh: '请填写由名称和值组成的对象，或留空。',
    },
  },
};
