import type { Context } from 'hono';

/** Asks once for all watchers of one token or session that ask at the same time, as they do at each heartbeat. */
export function sharedCheck(
  isKnown: (context: Context) => Promise<boolean>,
): (context: Context) => Promise<boolean> {
  const underWay = new Map<string, Promise<boolean>>();
  return (context) => {
    const { req } = context;
    const credential = JSON.stringify([req.header('Authorization'), req.header('Cookie')]);
    const known = underWay.get(credential);
    if (known !== undefined) return known;
    const asked = isKnown(context).finally(() => underWay.delete(credential));
    underWay.set(credential, asked);
    return asked;
  };
}
