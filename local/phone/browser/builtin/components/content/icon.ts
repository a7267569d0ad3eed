import type { BuiltinDefinition } from '../../support/builtin';
import { setOwnStyle } from '../../platform/node-style';
import { asPixels } from '../../support/values';

/** The outlines of WeChat's icons in a box of 24 × 24, and the default colour of each. */
// Wide lines: outlines cannot be broken.
const icons: Readonly<Record<string, readonly [path: string, color: string]>> = {
  success: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.2 14.2-4-4 1.4-1.4 2.6 2.6 5.4-5.4 1.4 1.4Z', '#07c160'],
  success_no_circle: ['m8.7 17.6-5-5 1.4-1.4 3.6 3.6 9.5-9.5 1.4 1.4Z', '#07c160'],
  success_circle: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-1.2 12-3.6-3.6 1.1-1.1 2.5 2.5 5-5 1.1 1.1Z',
    '#07c160',
  ],
  info: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4.5h2v2h-2Zm0 4h2v7h-2Z', '#10aeff'],
  info_circle: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-.8 3.3h1.6v1.6h-1.6Zm0 3.7h1.6v6.7h-1.6Z',
    '#07c160',
  ],
  warn: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 4.5h2v7h-2Zm0 9h2v2h-2Z', '#fa5151'],
  waiting: ['M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-.9 4h1.8v5.6l4 2.3-.9 1.6-4.9-2.9Z', '#10aeff'],
  waiting_circle: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM11.3 6.5h1.4v5.2l3.7 2.1-.7 1.3-4.4-2.6Z',
    '#10aeff',
  ],
  cancel: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-3 4.4L7.9 9l3 3-3 3L9 16.1l3-3 3 3 1.1-1.1-3-3 3-3L15 7.9l-3 3Z',
    '#fa5151',
  ],
  clear: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM9 7.9l3 3 3-3L16.1 9l-3 3 3 3-1.1 1.1-3-3-3 3L7.9 15l3-3-3-3Z',
    '#b2b2b2',
  ],
  download: [
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM11.2 6.5h1.6v6l2.2-2.2 1.1 1.1-4.1 4.1-4.1-4.1L9 10.3l2.2 2.2ZM8 16.5h8V18H8Z',
    '#07c160',
  ],
  search: [
    'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.3 4.3-1.3 1.3-4.3-4.3A7.5 7.5 0 1 1 10.5 3Zm0 1.8a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4Z',
    '#b2b2b2',
  ],
};

export const icon: BuiltinDefinition = {
  tag: 'icon',
  attributes: { type: '', size: null, color: '' },
  create(builtin) {
    const render = (): void => {
      const [path, color] = icons[builtin.text('type')] ?? ['', 'transparent'];
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}"/></svg>`;
      const declarations = {
        '--wx-icon': `url("data:image/svg+xml,${encodeURIComponent(svg)}")`,
        '--wx-icon-size': `${asPixels(builtin.value('size'), 23)}px`,
        '--wx-icon-color': builtin.text('color') || color,
      };
      const style = Object.entries(declarations).map(([name, value]) => `${name}:${value}`);
      setOwnStyle(builtin.component, style.join(';'));
      if (builtin.text('ariaLabel') !== '') builtin.element.setAttribute('role', 'img');
    };
    return { changedAny: render };
  },
};
