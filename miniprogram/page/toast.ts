/** What happened, in one line over the page. */
import { tabs } from '../routes';

const durationMs = 3000;

export function showToast(title: string): void {
  wx.showToast({ title, icon: 'none', duration: durationMs });
}

/**
 * For a page on which nothing is left to do: the line is shown on the page before, since a page that goes takes its
 * toast along.
 */
export function goBackWithToast(title: string): void {
  const success = (): void => showToast(title);
  wx.navigateBack({ success, fail: () => wx.switchTab({ url: tabs.orders, success }) });
}
