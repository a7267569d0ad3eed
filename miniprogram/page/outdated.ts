/** This mini-program is too old for the functions. */
import { routes } from '../routes';

/**
 * Lays the page with the restart button over what somebody was about, so that what they wrote still stands beneath it.
 * Where ten pages lie there already, it takes the place of the uppermost.
 */
export function openRestart(): void {
  const url = routes.restart;
  if (getCurrentPages().some(({ route }) => `/${route}` === url)) return;
  wx.navigateTo({ url, fail: () => wx.redirectTo({ url }) });
}
