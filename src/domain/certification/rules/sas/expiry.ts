import { kept, type Rule } from '../../rule';
import { asWritten, momentOf, type SasUrlFacts } from '../../sas-url';

export const sasExpiry: Rule<SasUrlFacts> = {
  id: 'sas.expiry',
  severity: 'error',
  title: 'The SAS names one expiry in the future',
  rationale:
    'A link that has expired, or whose end cannot be read, breaks the copy in the middle of a publication, hours after somebody could have noticed.',
  policy: '200.1',
  message: {
    en: 'The SAS URL must name its expiry once, as {expected}, and must not have expired. It says: {actual}.',
    es: 'La URL SAS debe indicar su caducidad una vez, como {expected}, y no debe haber caducado. Indica: {actual}.',
    ru: 'URL-адрес SAS должен один раз указывать срок действия в виде {expected}, и этот срок не должен истечь. Указано: {actual}.',
    zh: 'SAS URL 必须以 {expected} 的形式写明一次到期时间，且不得已过期。当前为：{actual}。',
  },
  fix: {
    en: 'Make a SAS URL whose expiry (se) is at least three weeks away, in full date-time form and UTC.',
    es: 'Genere una URL SAS cuya caducidad (se) diste al menos tres semanas, con fecha y hora completas en UTC.',
    ru: 'Создайте URL-адрес SAS со сроком действия (se) не менее трёх недель, с полной датой и временем в UTC.',
    zh: '请生成到期时间 (se) 至少在三周之后的 SAS URL，使用完整的 UTC 日期时间格式。',
  },
  check: ({ wellFormed, hasQuery, expiry, now }) => {
    if (!wellFormed || !hasQuery) return kept;
    const moment = momentOf(expiry);
    if (moment && moment > now) return kept;
    return [{ expected: 'se=2026-12-31T00:00:00Z', actual: asWritten('se', expiry) }];
  },
};
