import type { BuiltinDefinition } from '../../support/builtin';
import { asNumber } from '../../support/values';

const attributes = {
  minWidth: null,
  maxWidth: null,
  width: null,
  minHeight: null,
  maxHeight: null,
  height: null,
  orientation: '',
};

/** Shows its children while the window of the phone has the given size. */
export const matchMedia: BuiltinDefinition = {
  tag: 'match-media',
  attributes,
  create(builtin) {
    const matches = (): boolean => {
      const { windowWidth, windowHeight } = builtin.host.sizes();
      const bound = (name: string, fallback: number): number => asNumber(builtin.value(name), fallback);
      const orientation = builtin.text('orientation');
      return (
        windowWidth >= bound('minWidth', 0) &&
        windowWidth <= bound('maxWidth', Infinity) &&
        windowWidth === bound('width', windowWidth) &&
        windowHeight >= bound('minHeight', 0) &&
        windowHeight <= bound('maxHeight', Infinity) &&
        windowHeight === bound('height', windowHeight) &&
        (orientation === '' || (orientation === 'landscape') === windowWidth > windowHeight)
      );
    };
    const update = (): void => void builtin.element.toggleAttribute('unmatched', !matches());
    return {
      changedAny: update,
      attached: () => {
        builtin.host.on('resize', update);
        update();
      },
      detached: () => builtin.host.off('resize', update),
    };
  },
};
