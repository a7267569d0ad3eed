/** The HTML of the three documents: the phone alone, the frame with the panel around it, and a failed build. */
import type { PanelOptions } from '../panel';

/** A wider window shows the frame with its panel, a narrower one the phone alone. */
export const minFrameWidthPx = 720;

function stylesheet(href: string): string {
  return `<link rel="stylesheet" href="${href}">`;
}

/** A style sheet that does not delay the first paint. */
function lateStylesheet(href: string): string {
  return `<link rel="stylesheet" href="${href}" media="print" onload="this.media='all'">`;
}

function script(source: string): string {
  return `<script defer src="${source}"></script>`;
}

const metaTags = [
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
  '<link rel="icon" href="data:,">',
].join('');

/** Chinese fonts, sans and serif, for a browser without them; each is fetched only if a page uses it. */
const fonts = lateStylesheet('/fonts/wght.css') + lateStylesheet('/serif-fonts/wght.css');

function documentHtml(watch: boolean, head: string, body: string): string {
  const html = `<html lang="zh-CN" data-watch="${watch}">`;
  return `<!doctype html>${html}<head>${metaTags}${head}</head><body>${body}</body></html>`;
}

/** The phone alone; in a wide window it is a column in the middle. */
export function phoneHtml(watch: boolean, { usesDatabase }: { readonly usesDatabase: boolean }): string {
  const database = usesDatabase ? script('/built/database.js') : '';
  const scripts = script('/built/host.js') + database + script('/built/app.js');
  return documentHtml(watch, `<title>手机</title>${stylesheet('/built/phone.css')}${fonts}${scripts}`, '');
}

/** Runs in the browser: a narrow window shows the phone instead of the frame. */
const redirectNarrowWindow = `if(innerWidth<${minFrameWidthPx}){
  const u=new URL(location);
  u.searchParams.delete('frame');
  u.searchParams.set('bare','1');
  location.replace(u);
}`;

/** The frame with the panel. */
export function frameHtml(watch: boolean, panel: PanelOptions): string {
  const options = JSON.stringify(panel).replace(/</g, '\\u003c');
  const inline = `<script>${redirectNarrowWindow}window.panelOptions=${options}</script>`;
  const links = `${stylesheet('/built/frame-style.css')}${fonts}${script('/built/frame.js')}`;
  return documentHtml(watch, `<title>手机</title>${inline}${links}`, '<div id="frame"></div>');
}

/** A failed build, in place of the app. */
export function failureHtml(watch: boolean, message: string): string {
  const text = message.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const reload = "<script>new EventSource('/events').addEventListener('built',()=>location.reload())</script>";
  const head = `<title>编译没有通过</title>${stylesheet('/built/phone.css')}`;
  return documentHtml(watch, head, `<pre class="build-failure" role="alert">${text}</pre>${watch ? reload : ''}`);
}
