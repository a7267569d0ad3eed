import type { Host } from '../../host';
import { asNumber, asText } from '../../builtin/support/values';
import { api, requireText, type Options } from '../support/call';

const picked = (options: Options, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, asText(options[name])]));

export function tabBarApis(host: Host): Record<string, unknown> {
  const { tabBar } = host;
  const index = (options: Options): number => asNumber(options['index'], -1);
  return {
    setTabBarBadge: api('setTabBarBadge', (options) => tabBar.setBadge(index(options), requireText(options, 'text'))),
    removeTabBarBadge: api('removeTabBarBadge', (options) => tabBar.removeBadge(index(options))),
    showTabBarRedDot: api('showTabBarRedDot', (options) => tabBar.showRedDot(index(options))),
    hideTabBarRedDot: api('hideTabBarRedDot', (options) => tabBar.hideRedDot(index(options))),
    setTabBarItem: api('setTabBarItem', (options) =>
      tabBar.setItem(index(options), picked(options, ['text', 'iconPath', 'selectedIconPath'])),
    ),
    setTabBarStyle: api('setTabBarStyle', (options) =>
      tabBar.setStyle(picked(options, ['color', 'selectedColor', 'backgroundColor', 'borderStyle'])),
    ),
    showTabBar: api('showTabBar', () => tabBar.show()),
    hideTabBar: api('hideTabBar', () => tabBar.hide()),
  };
}
