/** The gallery's page: every picture under its route, filtered by hat, mode and state, old beside new. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from './report';

const styles = readFileSync(path.join(__dirname, 'index-page.css'), 'utf8');
const script = readFileSync(path.join(__dirname, 'index-page.js'), 'utf8');

/** Where the page's pictures lie, relative to it. */
export interface Addresses {
  /** Of the picture that was taken. */
  shown(entry: Entry): string;
  /** Of what is kept. */
  kept(entry: Entry): string;
}

export function indexPage(entries: readonly Entry[], addresses: Addresses): string {
  const pages = [...new Set(entries.map(({ page }) => page))].sort();
  const counts = ['changed', 'new', 'gone', 'same'].map(
    (state) => `${entries.filter((entry) => entry.state === state).length} ${state}`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery</title>
<style>${styles}</style>
<header>
  <h1>Gallery</h1>
  <p>${counts.join(', ')}. Accept what you saw: <code>npm run gallery -- --accept [visit …]</code></p>
  ${choice('page', pages)}
  ${choice('hat', distinct(entries, 'hat'))}
  ${choice('look', distinct(entries, 'look'))}
  ${choice('state', distinct(entries, 'state'))}
</header>
${pages.map((page) => section(page, entries, addresses)).join('\n')}
<script>${script}</script>
</html>
`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const distinct = (entries: readonly Entry[], key: 'hat' | 'look' | 'state'): string[] =>
  [...new Set(entries.map((entry) => entry[key]))].sort();

function choice(name: string, values: readonly string[]): string {
  const options = ['', ...values].map(
    (value) => `<option value="${escaped(value)}">${escaped(value || `every ${name}`)}</option>`,
  );
  return `<label>${name} <select name="${name}">${options.join('')}</select></label>`;
}

function section(page: string, entries: readonly Entry[], addresses: Addresses): string {
  const own = entries.filter((entry) => entry.page === page);
  const figures = own.map((entry) => figure(entry, addresses));
  const title = escaped(page || 'no page any more');
  return `<section><h2>${title}</h2><div class="row">${figures.join('\n')}</div></section>`;
}

function figure(entry: Entry, { shown, kept }: Addresses): string {
  const { visit, look, hat, openid, state, differing, page } = entry;
  const picture = (address: string, says: string): string =>
    `<span>${says}<a href="${escaped(address)}"><img loading="lazy" alt="${escaped(`${visit} ${look} ${says}`)}" ` +
    `src="${escaped(address)}"></a></span>`;
  const pictures = [
    ...(state === 'changed' || state === 'gone' ? [picture(kept(entry), 'kept')] : []),
    ...(state === 'gone' ? [] : [picture(shown(entry), state === 'changed' ? 'now' : '')]),
  ];
  const marks = `data-page="${escaped(page)}" data-hat="${escaped(hat)}" data-look="${escaped(look)}"`;
  const found = state === 'changed' ? `changed, ${differing} pixels` : state;
  return `<figure class="${state}" ${marks} data-state="${state}">
<figcaption><b>${escaped(visit)}</b> ${escaped(look)}<br>${escaped(hat)} ${escaped(openid)}<br>${found}</figcaption>
<div class="pair">${pictures.join('')}</div></figure>`;
}
