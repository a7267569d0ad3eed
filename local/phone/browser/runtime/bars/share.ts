/** Sharing a page: by the capsule's menu or by a button with open-type share. */
import { componentOfCaller, callerOf } from '../platform/engine';
import type { GeneralComponent, ShareCard } from '../../host';
import type { PageRecord } from '../page/page';

function textOf(source: object, name: string, fallback: string): string {
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** Adds what the promise in the handler's answer resolves to. */
async function resolveAnswer(answer: unknown): Promise<object> {
  if (typeof answer !== 'object' || answer === null) return {};
  const promise: unknown = Reflect.get(answer, 'promise');
  const later: unknown = promise instanceof Promise ? await promise : undefined;
  return typeof later === 'object' && later !== null ? { ...answer, ...later } : answer;
}

/** The card that onShareAppMessage answers; WeChat's defaults are the bar's title and the page's own path. */
export async function createShareCard(
  page: PageRecord,
  from: 'button' | 'menu',
  target?: GeneralComponent,
): Promise<ShareCard> {
  const sender = target && componentOfCaller(callerOf(target)) ? callerOf(target) : target;
  const answer = await resolveAnswer(page.call('onShareAppMessage', { from, target: sender, webViewUrl: undefined }));
  return {
    title: textOf(answer, 'title', page.bar.title),
    path: textOf(answer, 'path', page.path),
    imageUrl: textOf(answer, 'imageUrl', ''),
  };
}

function sheetButton(label: string, onClick: () => void, disabled = false): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.disabled = disabled;
  element.addEventListener('click', onClick);
  return element;
}

/** Opens a sheet at the bottom; `content` answers its elements and gets what closes it. */
function openSheet(overlay: HTMLElement, label: string, content: (close: () => void) => readonly HTMLElement[]): void {
  const mask = document.createElement('div');
  mask.className = 'phone-mask';
  const previousFocus = document.activeElement;
  const close = (): void => {
    mask.remove();
    if (previousFocus instanceof HTMLElement) previousFocus.focus();
  };
  const sheet = document.createElement('div');
  sheet.className = 'phone-sheet';
  sheet.setAttribute('role', 'dialog');
  sheet.setAttribute('aria-modal', 'true');
  sheet.setAttribute('aria-label', label);
  sheet.append(...content(close));
  mask.addEventListener('click', (event) => {
    if (event.target === mask) close();
  });
  mask.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  mask.append(sheet);
  overlay.append(mask);
  sheet.querySelector('button')?.focus();
}

/** Shows the card that a friend would get, with the address that opens it here. */
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

/** Opens the capsule's menu. */
export function openPageMenu(overlay: HTMLElement, page: PageRecord, share: () => void): void {
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
