/** Sharing a page: by the capsule's menu or by a button with open-type share. */
import { componentBehind, callerOf } from '../platform/engine';
import type { GeneralComponent, ShareCard } from '../../host';
import type { PageRecord } from '../page/page';

function textOf(source: object, name: string, fallback: string): string {
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' && value !== '' ? value : fallback;
}

async function fromHandler(answer: unknown): Promise<object> {
  if (typeof answer !== 'object' || answer === null) return {};
  const promised: unknown = Reflect.get(answer, 'promise');
  const later: unknown = promised instanceof Promise ? await promised : undefined;
  return typeof later === 'object' && later !== null ? { ...answer, ...later } : answer;
}

/** What onShareAppMessage answers, WeChat's defaults filled in: the bar's title and the page's own path. */
export async function shareCard(
  page: PageRecord,
  from: 'button' | 'menu',
  target?: GeneralComponent,
): Promise<ShareCard> {
  const sender = target && componentBehind(callerOf(target)) ? callerOf(target) : target;
  const answer = await fromHandler(page.call('onShareAppMessage', { from, target: sender, webViewUrl: undefined }));
  return {
    title: textOf(answer, 'title', page.bar.title),
    path: textOf(answer, 'path', page.path),
    imageUrl: textOf(answer, 'imageUrl', ''),
  };
}

function sheetButton(label: string, act: () => void, disabled = false): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.disabled = disabled;
  element.addEventListener('click', act);
  return element;
}

function openSheet(overlay: HTMLElement, label: string, content: (close: () => void) => readonly HTMLElement[]): void {
  const shade = document.createElement('div');
  shade.className = 'phone-shade';
  const before = document.activeElement;
  const close = (): void => {
    shade.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  const sheet = document.createElement('div');
  sheet.className = 'phone-sheet';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.setAttribute('aria-label', label);
  sheet.append(...content(close));
  shade.addEventListener('click', (event) => {
    if (event.target === shade) close();
  });
  shade.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  shade.append(sheet);
  overlay.append(shade);
  sheet.querySelector('button')?.focus();
}

/** Shows what a friend would get, with the address that opens it here. */
export function showShareCard(overlay: HTMLElement, card: ShareCard): void {
  openSheet(overlay, '转发', (close) => {
    const title = document.createElement('p');
    title.className = 'share-title';
    title.textContent = card.title;
    const link = document.createElement('a');
    link.href = `/?page=${encodeURIComponent(card.path.startsWith('/') ? card.path : `/${card.path}`)}`;
    link.target = '_blank';
    link.textContent = card.path;
    const picture = document.createElement('img');
    picture.alt = '';
    picture.hidden = card.imageUrl === '';
    if (card.imageUrl !== '') picture.src = card.imageUrl;
    return [title, picture, link, sheetButton('好', close)];
  });
}

/** The capsule's menu. */
export function openMenu(overlay: HTMLElement, page: PageRecord, share: () => void): void {
  const canShare = page.shareMenuVisible && page.has('onShareAppMessage');
  openSheet(overlay, '更多', (close) => [
    sheetButton(
      canShare ? '转发给朋友' : '这一页没有开转发',
      () => {
        close();
        share();
      },
      !canShare,
    ),
    sheetButton('重新打开', () => {
      window.location.reload();
    }),
    sheetButton('取消', close),
  ]);
}
