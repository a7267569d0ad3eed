/** The two documents: the phone alone (in a wide window a column in its middle), and the one that puts a frame and a panel around it. */

/** px from which a window is wide enough for the frame and its panel */
export const FRAME_FROM_PX = 720;

const HEAD = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><link rel="icon" href="data:,">`;
const sheet = (href: string): string =>
  `<link rel="stylesheet" href="${href}" media="print" onload="this.media='all'">`;
/** Chinese glyphs, sans and serif, for a browser that brings none; each is fetched only where a page uses it. */
const FONT = sheet('/fonts/wght.css') + sheet('/serif-fonts/wght.css');

function documentHtml(watch: boolean, head: string, body: string): string {
  return `<!doctype html><html lang="zh-CN" data-watch="${watch}"><head>${HEAD}${head}</head><body>${body}</body></html>`;
}

export function phoneHtml(watch: boolean): string {
  const scripts = `<script defer src="/built/host.js"></script><script defer src="/built/app.js"></script>`;
  return documentHtml(watch, `<title>手机</title><link rel="stylesheet" href="/built/phone.css">${FONT}${scripts}`, '');
}

/** A narrow window becomes the phone itself; a wide one gets the frame. */
export function frameHtml(watch: boolean): string {
  const choose = `<script>if(innerWidth<${FRAME_FROM_PX}){const u=new URL(location);u.searchParams.delete('frame');u.searchParams.set('bare','1');location.replace(u)}</script>`;
  const head = `<title>手机</title>${choose}<link rel="stylesheet" href="/built/frame-style.css">${FONT}<script defer src="/built/frame.js"></script>`;
  return documentHtml(watch, head, '<div id="frame"></div>');
}

/** Shown instead of the app while it does not build. */
export function failureHtml(watch: boolean, message: string): string {
  const text = message.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const reload = `<script>new EventSource('/events').addEventListener('built',()=>location.reload())</script>`;
  const head = `<title>编译没有通过</title><link rel="stylesheet" href="/built/phone.css">`;
  return documentHtml(watch, head, `<pre class="build-failure" role="alert">${text}</pre>${watch ? reload : ''}`);
}
