import type { FC } from 'hono/jsx';

/** Of Markdown the two marks that our descriptions use. */
export const Prose: FC<{ readonly text: string }> = ({ text }) => (
  <>
    {text.split(/(`[^`]+`|\*[^*]+\*)/).map((part) => {
      if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>;
      return part.startsWith('*') ? <em>{part.slice(1, -1)}</em> : part;
    })}
  </>
);
