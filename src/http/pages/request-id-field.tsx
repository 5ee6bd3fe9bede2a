import type { FC } from 'hono/jsx';
import { randomUUID } from 'node:crypto';

/** Of a form that must not count twice when it is sent again because its answer was lost. */
export const RequestIdField: FC = () => <input type="hidden" name="requestId" value={randomUUID()} />;
