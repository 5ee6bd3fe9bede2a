import { errorText } from '../domain/text/error-text';
import type { JourneyEnd } from './journey/journey';
import type { View } from './journey/view';

/** The product page's address, or false when the sample is not live. Only with `--exit` is a failure the stack's. */
export async function journeyOutcome(
  journey: Promise<JourneyEnd>,
  { view, exit }: { readonly view: View; readonly exit: boolean },
): Promise<string | false> {
  try {
    const end = await journey;
    if (end.kind === 'notLive') return false;
    if (!exit) view.note(`Live: ${end.url}`);
    return end.url;
  } catch (error) {
    if (exit) throw error;
    view.note(`The sample was not published. ${errorText(error)}`);
    return false;
  }
}
