import { kept, type Rule } from '../../rule';
import { momentOf, type SasUrlFacts } from '../../sas-url';

const dayMs = 24 * 3_600_000;
const leastDays = 21;

/** Counted from the start, not from now: an offer may be published again while its URL is growing old. */
export const sasValidityWindow: Rule<SasUrlFacts> = {
  id: 'sas.validity-window',
  severity: 'error',
  title: 'The SAS is valid for three weeks',
  rationale:
    'Copies are made at several steps, and a preview may wait for its sign-off for days: the link has to outlive all of them.',
  policy: '200.1',
  message: {
    en: 'The SAS URL is valid for {actual} days only; it must be valid for at least {expected} days.',
    es: 'La URL SAS solo es válida durante {actual} días; debe serlo al menos {expected} días.',
    ru: 'URL-адрес SAS действителен только {actual} дн.; требуется не менее {expected} дн.',
    zh: 'SAS URL 的有效期仅为 {actual} 天；至少需要 {expected} 天。',
  },
  fix: {
    en: 'Make a SAS URL whose expiry (se) is at least three weeks after its start (st).',
    es: 'Genere una URL SAS cuya caducidad (se) sea al menos tres semanas posterior a su inicio (st).',
    ru: 'Создайте URL-адрес SAS, срок действия которого (se) не менее чем на три недели позже начала (st).',
    zh: '请生成到期时间 (se) 比开始时间 (st) 至少晚三周的 SAS URL。',
  },
  check: ({ start, expiry }) => {
    const [from, until] = [momentOf(start), momentOf(expiry)];
    if (!from || !until) return kept;
    const days = (until.getTime() - from.getTime()) / dayMs;
    return days >= leastDays ? kept : [{ expected: `${leastDays}`, actual: `${Math.floor(days * 10) / 10}` }];
  },
};
