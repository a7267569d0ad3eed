import type { Host } from '../../host';
import { asBag, asNumber, asText, isFunction } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type Options } from '../support/call';

function events(options: Options): Record<string, (...data: never[]) => void> {
  return Object.fromEntries(
    Object.entries(asBag(options['events'])).flatMap(([name, listener]) =>
      isFunction(listener) ? [[name, (...data: never[]) => void listener(...data)]] : [],
    ),
  );
}

/** Pages and the bars around them: all of it is the runtime's, worded as WeChat words it. */
export function navigationApis(host: Host): Record<string, unknown> {
  const { navigation, navigationBar: bar } = host;
  return {
    navigateTo: api('navigateTo', async (options) => ({
      eventChannel: await navigation.navigateTo(requireText(options, 'url'), events(options)),
    })),
    redirectTo: api('redirectTo', (options) => navigation.redirectTo(requireText(options, 'url'))),
    switchTab: api('switchTab', (options) => navigation.switchTab(requireText(options, 'url'))),
    reLaunch: api('reLaunch', (options) => navigation.reLaunch(requireText(options, 'url'))),
    navigateBack: api('navigateBack', (options) => navigation.navigateBack(asNumber(options['delta'], 1))),
    navigateToMiniProgram: api('navigateToMiniProgram', (options) => {
      throw new ApiFailure(`${asText(options['appId'])} is not in the browser`);
    }),
    exitMiniProgram: api('exitMiniProgram', () => {
      throw new ApiFailure('there is no WeChat to go back to');
    }),
    setNavigationBarTitle: api('setNavigationBarTitle', (options) => bar.setTitle(requireText(options, 'title'))),
    setNavigationBarColor: api('setNavigationBarColor', (options) =>
      bar.setColor({
        frontColor: requireText(options, 'frontColor'),
        backgroundColor: requireText(options, 'backgroundColor'),
      }),
    ),
    showNavigationBarLoading: api('showNavigationBarLoading', () => bar.showLoading()),
    hideNavigationBarLoading: api('hideNavigationBarLoading', () => bar.hideLoading()),
    hideHomeButton: api('hideHomeButton', () => bar.hideHomeButton()),
    setBackgroundColor: api('setBackgroundColor', (options) => {
      const view = host.currentPage()?.view;
      if (view !== undefined)
        view.style.backgroundColor = asText(options['backgroundColor'], view.style.backgroundColor);
    }),
    /** The dots of the pull-down are drawn in one colour here. */
    setBackgroundTextStyle: api('setBackgroundTextStyle', () => undefined),
    startPullDownRefresh: api('startPullDownRefresh', () => host.startPullDownRefresh()),
    stopPullDownRefresh: api('stopPullDownRefresh', () => host.stopPullDownRefresh()),
    pageScrollTo: api('pageScrollTo', (options) =>
      host.pageScrollTo({
        ...(options['scrollTop'] === undefined ? {} : { scrollTop: asNumber(options['scrollTop'], 0) }),
        ...(options['selector'] === undefined ? {} : { selector: asText(options['selector']) }),
        ...(options['offsetTop'] === undefined ? {} : { offsetTop: asNumber(options['offsetTop'], 0) }),
        durationMs: asNumber(options['duration'], 300),
      }),
    ),
  };
}

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
