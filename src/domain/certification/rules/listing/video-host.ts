import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import type { Rule } from '../../rule';

export const videoHost: Rule<ListingFacts> = {
  id: 'listing.video.host',
  severity: 'warning',
  title: 'Videos are on YouTube or Vimeo',
  rationale:
    'Storefronts embed the players of these two and no other: a video from elsewhere is a link at best, and an empty frame at worst.',
  policy: '100.3',
  message: {
    en: 'This video is neither on YouTube nor on Vimeo: {quote}',
    es: 'Este vídeo no está en YouTube ni en Vimeo: {quote}',
    ru: 'Это видео не на YouTube и не на Vimeo: {quote}',
    zh: '此视频既不在 YouTube 也不在 Vimeo 上：{quote}',
  },
  fix: {
    en: 'Put the video on YouTube or Vimeo and give its address there.',
    es: 'Publique el vídeo en YouTube o Vimeo e indique esa dirección.',
    ru: 'Разместите видео на YouTube или Vimeo и укажите его адрес там.',
    zh: '请将视频上传到 YouTube 或 Vimeo，并填写其地址。',
  },
  check: ({ videos }) =>
    videos.flatMap((video) =>
      hosts.test(webUrl(video.url)?.hostname ?? '') ? [] : quoted(video, [video.url]),
    ),
};

const hosts = /^(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com|youtu\.be|(?:www\.|player\.)?vimeo\.com)$/;
