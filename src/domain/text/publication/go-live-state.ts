import type { PublicationStatus } from '../../publication/status';
import { termsOf } from '../../publication/terms';
import { isClaimedVote } from '../../publication/unverified';
import { actorText } from '../actors';
import { type Language, type Text, fillText } from '../language';
import { timeText } from '../quantity';

/** Who has voted and who is needed, and the date; empty where one person decides at once and nobody has yet. */
export function goLiveLines(status: PublicationStatus, language: Language): readonly string[] {
  const { votes, notBefore } = status.goLive;
  const needed = status.pipeline?.votes ?? 1;
  const words = termsOf(status.offerType) === 'staging' ? staging : texts;
  const who = votes.map((actor) => actorText(actor, language, !isClaimedVote(status, actor))).join(', ');
  const agreed = { votes: votes.length, needed, who: who === '' ? texts.nobody[language] : who };
  const missing = needed - votes.length;
  const isOpen = status.endedAt === null && !status.goLive.approved;
  return [
    ...(needed > 1 || votes.length > 0 ? [fillText(words.agreed, language, agreed)] : []),
    ...(isOpen && needed > 1 && missing > 0 ? [fillText(texts.missing, language, { count: missing })] : []),
    ...(notBefore === undefined
      ? []
      : [fillText(texts.date, language, { time: timeText(notBefore, language) })]),
  ];
}

const texts = {
  agreed: {
    en: 'Agreed to go live: {votes} of {needed} ({who}).',
    es: 'De acuerdo con la puesta en producción: {votes} de {needed} ({who}).',
    ru: 'Согласие на запуск: {votes} из {needed} ({who}).',
    zh: '同意推出：{votes}/{needed}（{who}）。',
  },
  missing: {
    en: 'Still needed: {count}. Each must be somebody else of the publisher who may publish.',
    es: 'Faltan: {count}. Cada vez debe ser otra persona del publicador con derecho a publicar.',
    ru: 'Ещё нужно: {count}. Каждый раз другой сотрудник издателя с правом публикации.',
    zh: '还需要：{count}。必须是发布者中其他有发布权限的人。',
  },
  date: {
    en: 'Not before {time}.',
    es: 'No antes del {time}.',
    ru: 'Не ранее {time}.',
    zh: '不早于 {time}。',
  },
  nobody: { en: 'nobody yet', es: 'nadie todavía', ru: 'пока никто', zh: '尚无' },
} satisfies Readonly<Record<string, Text>>;

const staging: Pick<typeof texts, 'agreed'> = {
  agreed: {
    en: 'Requested approval to push to production: {votes} of {needed} ({who}).',
    es: 'Solicitudes de aprobación para pasar a producción: {votes} de {needed} ({who}).',
    ru: 'Запрос на перевод в рабочую среду: {votes} из {needed} ({who}).',
    zh: '请求批准推送到生产环境：{votes}/{needed}（{who}）。',
  },
};
