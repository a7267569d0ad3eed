import { hoverAttributes, registerHover } from '../../support/hover';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';

const attributes = {
  ...hoverAttributes,
  hoverClass: 'navigator-hover',
  hoverStayTime: 600,
  target: 'self',
  url: '',
  openType: 'navigate',
  delta: 1,
  appId: '',
  path: '',
  extraData: null,
  version: 'release',
  shortLink: '',
};

function navigate(builtin: Builtin): Promise<unknown> {
  const { navigation } = builtin.host;
  const url = builtin.text('url');
  switch (builtin.text('openType')) {
    case 'navigate':
      return navigation.navigateTo(url);
    case 'redirect':
      return navigation.redirectTo(url);
    case 'switchTab':
      return navigation.switchTab(url);
    case 'reLaunch':
      return navigation.reLaunch(url);
    case 'navigateBack':
      return navigation.navigateBack(builtin.number('delta', 1));
    case 'exit':
      return Promise.reject(new Error('exitMiniProgram:fail there is no WeChat to go back to'));
    default:
      return Promise.reject(new Error(`navigator open-type ${builtin.text('openType')} is unknown`));
  }
}

/** Fails as nothing outside of the browser can be opened. */
function failToLeave(builtin: Builtin): void {
  const detail = { errMsg: `navigateToMiniProgram:fail ${builtin.text('appId')} is not in the browser` };
  builtin.fire('fail', detail);
  builtin.fire('complete', detail);
}

export const navigator: BuiltinDefinition = {
  tag: 'navigator',
  attributes,
  create(builtin) {
    builtin.element.setAttribute('role', 'link');
    builtin.element.tabIndex = 0;
    registerHover(builtin);
    builtin.component.addListener('tap', () => {
      if (builtin.text('target') === 'miniProgram') return failToLeave(builtin);
      navigate(builtin).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    });
    return {};
  },
};
