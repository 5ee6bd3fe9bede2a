// Opens the page that asks before something happens as a dialog. Without JavaScript the link leads to that page.
'use strict';

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-confirm]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  ask(link).catch(() => location.assign(link.href));
});

async function ask(link) {
  const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const question = page.getElementById('question');
  // Not possible any more, or signed out: the page itself tells.
  if (!answer.ok || question === null) return location.assign(answer.url);
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question-title');
  question.classList.remove('card', 'narrow');
  dialog.append(document.adoptNode(question));
  dialog.addEventListener('close', () => {
    dialog.remove();
    document.getElementById(link.id)?.focus();
  });
  dialog.addEventListener('click', (click) => {
    if (click.target.closest('[data-close]') === null) return;
    click.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
