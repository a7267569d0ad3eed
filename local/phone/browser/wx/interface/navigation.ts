import type { Host } from '../../host';
import { asRecord, asNumber, asText, isFunction } from '../../builtin/support/values';
import { api, ApiFailure, requireText, type Options } from '../support/call';

function events(options: Options): Record<string, (...data: never[]) => void> {
  return Object.fromEntries(
    Object.entries(asRecord(options['events'])).flatMap(([name, listener]) =>
      isFunction(listener) ? [[name, (...data: never[]) => void listener(...data)]] : [],
    ),
  );
}

/** The calls between pages; the runtime carries them out and words their failures as WeChat does. */
export function navigationApis(host: Host): Record<string, unknown> {
  const { navigation } = host;
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
  };
}

export function navigationBarApis({ navigationBar }: Host): Record<string, unknown> {
  return {
    setNavigationBarTitle: api('setNavigationBarTitle', (options) =>
      navigationBar.setTitle(requireText(options, 'title')),
    ),
    setNavigationBarColor: api('setNavigationBarColor', (options) =>
      navigationBar.setColor({
        frontColor: requireText(options, 'frontColor'),
        backgroundColor: requireText(options, 'backgroundColor'),
      }),
    ),
    showNavigationBarLoading: api('showNavigationBarLoading', () => navigationBar.showLoading()),
    hideNavigationBarLoading: api('hideNavigationBarLoading', () => navigationBar.hideLoading()),
    hideHomeButton: api('hideHomeButton', () => navigationBar.hideHomeButton()),
    enableAlertBeforeUnload: api('enableAlertBeforeUnload', (options) =>
      navigationBar.setLeaveQuestion(requireText(options, 'message')),
    ),
    disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => navigationBar.setLeaveQuestion('')),
  };
}

/** What scrolls and pulls the page on top, and the colours behind it. */
export function backgroundApis(host: Host): Record<string, unknown> {
  return {
    setBackgroundColor: api('setBackgroundColor', (options) => {
      const view = host.currentPage()?.view;
      if (view !== undefined)
        view.style.backgroundColor = asText(options['backgroundColor'], view.style.backgroundColor);
    }),
    /** Has no effect: the dots of pull-down have one colour here. */
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
