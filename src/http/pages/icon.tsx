import type { FC } from 'hono/jsx';

/** Strokes on a field of 24 by 24. */
const paths = {
  box: 'M4 8.5 12 4l8 4.5v7L12 20l-8-4.5zM8.5 12l2.5 2.5 4.5-5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  dot: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  hand: 'M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  info: 'M12 11v6M12 7v.5M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  warning: 'M12 9v5M12 17v.5M12 3.5 21.5 20h-19z',
  work: 'M20 12a8 8 0 1 1-2.5-5.8M20 3.5v4h-4',
  out: 'M14 5h5v5M19 5l-8.5 8.5M18 14v5H5V6h5',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only: what it means always stands in words beside it. */
export const Icon: FC<{ readonly name: IconName }> = ({ name }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2.4"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
);
