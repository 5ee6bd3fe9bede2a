// Keeps the changing parts of a page up to date without loading it anew: what was typed stays, and so does the
// focus. It asks again whenever the server tells of an event, every few seconds besides while something is at work
// (bytes and times have no events), and goes on after the server was away. Without JavaScript the page reloads
// itself (see `noscript`).
'use strict';
const { events } = document.currentScript.dataset;
let polls = document.currentScript.dataset.polls === 'true';
const everyMs = 2000;
const staleAfterMs = 6000;
let upToDateAt = Date.now();
let asking = false;
let askAgain = false;

async function refresh() {
  if (asking) {
    askAgain = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(location.href, {
      headers: { Accept: 'text/html' },
      signal: AbortSignal.timeout(10_000),
    });
    // The session is over: the page itself says how to sign in again.
    if (answer.status === 401) return location.reload();
    if (answer.ok) {
      show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      upToDateAt = Date.now();
    }
  } catch {
    // The notice below tells; the next round tries again.
  } finally {
    asking = false;
  }
  const stale = document.getElementById('stale');
  if (stale !== null) stale.hidden = Date.now() - upToDateAt < staleAfterMs;
  if (askAgain) {
    askAgain = false;
    await refresh();
  }
}

const partsOf = (page) => [...page.querySelectorAll('[data-live]')];

function show(page) {
  polls = page.getElementById('live')?.dataset.polls === 'true';
  const isAnother = partsOf(page).some(({ id }) => document.getElementById(id) === null);
  if (isAnother && !partsOf(document).some(isTypedIn)) return location.reload();
  for (const part of partsOf(document)) {
    const newer = page.getElementById(part.id);
    if (newer === null || htmlOf(newer) === htmlOf(part) || isTypedIn(part)) continue;
    const focused = part.contains(document.activeElement) ? document.activeElement.id : '';
    const unfolded = [...part.querySelectorAll('details[open][id]')].map(({ id }) => id);
    part.innerHTML = newer.innerHTML;
    for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** Each form is written with an id of its own, which changes nothing that anybody sees. */
const htmlOf = (part) => part.innerHTML.replaceAll(/name="requestId" value="[^"]*"/g, '');

function isTypedIn(part) {
  const field = document.activeElement;
  return part.contains(field) && field.matches('input, textarea, select');
}

let source;

/** The browser connects again by itself unless the answer was a refusal; then we do, in a while. */
function listen() {
  if (events === undefined || document.hidden || source !== undefined) return;
  source = new EventSource(events);
  source.onopen = () => void refresh();
  source.onmessage = () => void refresh();
  source.onerror = () => {
    void refresh();
    if (source?.readyState !== EventSource.CLOSED) return;
    source = undefined;
    setTimeout(listen, 15_000);
  };
}

/** A browser has few connections to one server: a page that nobody sees keeps none. */
function rest() {
  source?.close();
  source = undefined;
}

listen();
setInterval(() => {
  // Also while it is out of date: then somebody waits for the server.
  if (!document.hidden && (polls || !document.getElementById('stale').hidden)) void refresh();
}, everyMs);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return rest();
  listen();
  void refresh();
});
