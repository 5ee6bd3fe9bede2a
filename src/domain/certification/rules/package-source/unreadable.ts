import { kept, type Rule } from '../../rule';
import type { SourceFacts } from '../../source-facts';

export const packageUnreadable: Rule<SourceFacts> = {
  id: 'app.source.unreadable',
  severity: 'error',
  title: 'The package can be read from its address',
  rationale:
    'Certification copies the package once, from the address in the offer; what cannot be read there cannot be judged, let alone sold.',
  policy: '300.4',
  message: {
    en: 'The package could not be read from its address: {detail}.',
    es: 'No se ha podido leer el paquete en su dirección: {detail}.',
    ru: 'Не удалось прочитать пакет по его адресу: {detail}.',
    zh: '无法从包的地址读取该包：{detail}。',
  },
  fix: {
    en: 'Check that the zip is there and that its SAS URL has not expired, or upload it with offer upload package; then publish again.',
    es: 'Compruebe que el zip está ahí y que su URL SAS no ha caducado, o cárguelo con offer upload package; después publique de nuevo.',
    ru: 'Проверьте, что zip-файл на месте и его URL-адрес SAS не истёк, либо загрузите его командой offer upload package; затем опубликуйте снова.',
    zh: '请确认 zip 文件存在且其 SAS URL 未过期，或使用 offer upload package 上传，然后重新发布。',
  },
  check: (source) =>
    source.kind === 'refused' && source.reason !== 'changed'
      ? [{ actual: `${source.status}`, params: { detail: source.detail } }]
      : kept,
};
