import type { Text } from '../language';

/** What the history of an offer of the 2015 portal says otherwise: names to filter by, and lines. */
export const stagingHistory = {
  kinds: {
    previewSet: {
      en: 'In staging',
      es: 'En el entorno de ensayo',
      ru: 'В промежуточной среде',
      zh: '已进入过渡环境',
    },
    goLiveVoted: {
      en: 'Approval requested',
      es: 'Aprobación solicitada',
      ru: 'Запрошен перевод',
      zh: '已请求批准',
    },
    goLiveWithdrawn: {
      en: 'Request withdrawn',
      es: 'Solicitud retirada',
      ru: 'Запрос отозван',
      zh: '已撤回请求',
    },
    goLiveApproved: {
      en: 'Request complete',
      es: 'Solicitud completa',
      ru: 'Запрос принят к рассмотрению',
      zh: '请求已完成',
    },
    wentLive: { en: 'Listed', es: 'Listada', ru: 'Размещено', zh: '已上架' },
  },
  texts: {
    goLiveVoted: {
      en: 'Approval to push to production was requested. {notBefore}',
      es: 'Se ha solicitado la aprobación para pasar a producción. {notBefore}',
      ru: 'Запрошен перевод в рабочую среду. {notBefore}',
      zh: '已请求批准推送到生产环境。{notBefore}',
    },
    goLiveWithdrawn: {
      en: 'The request for approval was withdrawn.',
      es: 'Se ha retirado la solicitud de aprobación.',
      ru: 'Запрос на перевод отозван.',
      zh: '批准请求已撤回。',
    },
    goLiveApproved: {
      en: 'The request for approval is complete; the approval team comes next.',
      es: 'La solicitud de aprobación está completa; sigue el equipo de aprobación.',
      ru: 'Запрос на перевод принят; дальше - группа утверждения.',
      zh: '批准请求已完成；接下来由审批团队处理。',
    },
  },
} as const satisfies Readonly<Record<'kinds' | 'texts', Readonly<Record<string, Text>>>>;
