// What the Editor can do more with JavaScript: pop-up, counters, uploads with progress, a warning before leaving
// with unsaved changes. Without it the same form does the same work.
'use strict';

for (const dialog of document.querySelectorAll('dialog[data-modal]')) {
  dialog.removeAttribute('open');
  dialog.showModal();
  dialog.querySelector('[data-close]')?.addEventListener('click', (event) => {
    event.preventDefault();
    dialog.close();
  });
}

// A link to a part of the form shows it first, also inside something folded, and puts the focus there.
function goTo(id) {
  const place = nearest(decodeURI(id), id);
  if (place === null) return;
  unfold(place);
  place.scrollIntoView({ block: 'center' });
  place.focus({ preventScroll: true });
}

function unfold(place) {
  for (
    let around = place.closest('details');
    around !== null;
    around = around.parentElement.closest('details')
  ) {
    around.open = true;
  }
}

function nearest(...names) {
  for (const name of names) {
    for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const place = document.getElementById(at);
      if (place !== null) return place;
    }
  }
  return null;
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-place]');
  if (link === null) return;
  event.preventDefault();
  goTo(link.getAttribute('href').slice(1));
});
// Browsers unfold what a link leads to; those that do not yet get it here.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.section-links a');
  const place = link && document.getElementById(decodeURI(link.hash.slice(1)));
  if (place) unfold(place);
});
if (location.hash.startsWith('#/')) goTo(location.hash.slice(1));
else document.getElementById('problems')?.focus();

// Lines and columns of the JSON view.
const code = document.querySelector('textarea.code');

function selectPlace({ line, column }) {
  if (code === null || line === undefined) return;
  const lines = code.value.split('\n');
  const start = lines.slice(0, Number(line) - 1).join('\n').length + (Number(line) > 1 ? 1 : 0);
  const at = start + Number(column) - 1;
  code.focus();
  code.setSelectionRange(at, at + 1);
  code.scrollTop = (code.scrollHeight / lines.length) * Math.max(0, Number(line) - 6);
}

if (code !== null) selectPlace(code.dataset);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-line]');
  if (link === null) return;
  event.preventDefault();
  selectPlace(link.dataset);
});

// How much of a limit is used, in characters as people count them.
const segmenter = new Intl.Segmenter(document.documentElement.lang, { granularity: 'grapheme' });
for (const field of document.querySelectorAll('[data-max]')) {
  const help = document.getElementById(`help:${field.id}`);
  if (help === null) continue;
  const words = help.textContent;
  const count = () => {
    const length = Array.from(segmenter.segment(field.value)).length;
    help.textContent = `${words} ${length} / ${field.dataset.max}`;
    help.classList.toggle('over', length > Number(field.dataset.max));
  };
  field.addEventListener('input', count);
  count();
}

// Nobody leaves with unsaved changes by mistake.
let isChanged = false;
for (const form of document.querySelectorAll('form[data-editor]')) {
  form.addEventListener('input', () => {
    isChanged = true;
  });
  form.addEventListener('submit', () => {
    isChanged = false;
  });
}
addEventListener('beforeunload', (event) => {
  if (isChanged) event.preventDefault();
});

// A chosen file goes at once, and tells how far it is; its address lands in the field it is for.
for (const input of document.querySelectorAll('input[type="file"][data-fills]')) {
  input.addEventListener('change', () => {
    if (input.files.length > 0) upload(input, input.files[0]);
  });
}

function upload(input, file) {
  const state = input.parentElement.querySelector('.upload-state');
  const show = (text) => {
    state.hidden = false;
    state.textContent = text;
  };
  const publisher = location.pathname.split('/')[2];
  const request = new XMLHttpRequest();
  request.open('PUT', `/api/publishers/${publisher}/uploads/${input.dataset.upload}/${plainName(file.name)}`);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => {
    show(`${input.dataset.busy}: ${Math.floor((loaded / Math.max(total, 1)) * 100)} %`);
  };
  request.onload = () => {
    const answer = answerOf(request);
    if (request.status !== 200) return show(`${input.dataset.failed} ${answer.detail ?? ''}`);
    const field = document.getElementById(input.dataset.fills);
    field.value = answer.url;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // It has arrived: it need not travel with the form as well.
    input.value = '';
    show(input.dataset.done);
  };
  request.onerror = () => show(input.dataset.failed);
  show(input.dataset.busy);
  request.send(file);
}

function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

function plainName(name) {
  const ending = /\.[a-z0-9]{1,10}$/i.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length).replace(/[^a-z0-9_-]+/gi, '-');
  return `${stem.replace(/^[^a-z0-9]+|-+$/gi, '').slice(0, 90) || 'file'}${ending.toLowerCase()}`;
}
