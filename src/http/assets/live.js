// Brings the changing parts of a page up to date without loading it anew: forms keep what was typed, and the
// focus stays where it is. Without JavaScript the page reloads itself (see the noscript element).
'use strict';
const pause = 2000;

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const newer = page.getElementById(part.id);
    if (newer === null || newer.innerHTML === part.innerHTML) continue;
    if (part.contains(document.activeElement)) continue;
    part.innerHTML = newer.innerHTML;
  }
}

async function follow() {
  for (;;) {
    await new Promise((resume) => setTimeout(resume, pause));
    if (!document.hidden) await refresh().catch(() => undefined);
  }
}

void follow();
