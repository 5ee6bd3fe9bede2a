import { kept, type Rule } from '../../rule';
import { asWritten, momentOf, type SasUrlFacts } from '../../sas-url';

export const sasStart: Rule<SasUrlFacts> = {
  id: 'sas.start',
  severity: 'error',
  title: 'The SAS names one start in the past',
  rationale:
    'Clocks differ between systems. A link that becomes valid only now or later is refused by a storage server whose clock runs behind.',
  policy: '200.1',
  message: {
    en: 'The SAS URL must name its start once, as {expected}, and the start must be past. It says: {actual}.',
    es: 'La URL SAS debe indicar su inicio una vez, como {expected}, y el inicio debe haber pasado. Indica: {actual}.',
    ru: 'URL-адрес SAS должен один раз указывать начало в виде {expected}, и оно должно быть в прошлом. Указано: {actual}.',
    zh: 'SAS URL 必须以 {expected} 的形式写明一次开始时间，且该时间必须已过。当前为：{actual}。',
  },
  fix: {
    en: 'Make a SAS URL whose start (st) is one day before now, in full date-time form and UTC.',
    es: 'Genere una URL SAS cuyo inicio (st) sea un día anterior a ahora, con fecha y hora completas en UTC.',
    ru: 'Создайте URL-адрес SAS, начало которого (st) на день раньше текущего момента, с полной датой и временем в UTC.',
    zh: '请生成开始时间 (st) 为当前时间前一天的 SAS URL，使用完整的 UTC 日期时间格式。',
  },
  check: ({ wellFormed, hasQuery, start, now }) => {
    if (!wellFormed || !hasQuery) return kept;
    const moment = momentOf(start);
    if (moment && moment <= now) return kept;
    return [{ expected: 'st=2026-01-31T00:00:00Z', actual: asWritten('st', start) }];
  },
};
