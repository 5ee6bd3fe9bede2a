import type { Language, Text } from './language';

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `1536` -> "1.5 KiB"; binary units, because sizes of disks are. */
export function bytesText(bytes: number, language: Language): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < byteUnits.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${decimal(value, digits, language)} ${byteUnits[unit]}`;
}

/** By hand: this runs in workflows at every step, and a formatter of Intl costs more to make than all the rest. */
function decimal(value: number, digits: number, language: Language): string {
  const text = String(Number(value.toFixed(digits)));
  return language === 'es' || language === 'ru' ? text.replace('.', ',') : text;
}

/** The two largest units that matter: "2 days 3 hr", "4 min 10 sec", "less than a second". */
export function durationText(milliseconds: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return lessThanASecond[language];
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => unitText(count, unit, language))
    .join(' ');
}

const lessThanASecond: Text = {
  en: 'less than a second',
  es: 'menos de un segundo',
  ru: 'меньше секунды',
  zh: '不到 1 秒',
};

/** A moment as a reader wants it, in UTC and saying so. */
export function timeText(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  return `${format.format(new Date(iso))} UTC`;
}

function unitText(count: number, unit: string, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
