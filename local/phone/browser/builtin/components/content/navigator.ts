import { hoverAttributes, registerHover } from '../../support/hover';
import type { Part, PartDefinition } from '../../support/part';

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

function go(part: Part): Promise<unknown> {
  const { navigation } = part.host;
  const url = part.text('url');
  switch (part.text('openType')) {
    case 'navigate':
      return navigation.navigateTo(url);
    case 'redirect':
      return navigation.redirectTo(url);
    case 'switchTab':
      return navigation.switchTab(url);
    case 'reLaunch':
      return navigation.reLaunch(url);
    case 'navigateBack':
      return navigation.navigateBack(part.number('delta', 1));
    case 'exit':
      return Promise.reject(new Error('exitMiniProgram:fail there is no WeChat to go back to'));
    default:
      return Promise.reject(new Error(`navigator open-type ${part.text('openType')} is unknown`));
  }
}

function leave(part: Part): void {
  const detail = { errMsg: `navigateToMiniProgram:fail ${part.text('appId')} is not in the browser` };
  part.fire('fail', detail);
  part.fire('complete', detail);
}

export const navigator: PartDefinition = {
  tag: 'navigator',
  attributes,
  create(part) {
    part.element.setAttribute('role', 'link');
    part.element.tabIndex = 0;
    registerHover(part);
    part.component.addListener('tap', () => {
      if (part.text('target') === 'miniProgram') return leave(part);
      go(part).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    });
    return {};
  },
};
