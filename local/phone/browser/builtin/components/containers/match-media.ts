import type { PartDefinition } from '../../support/part';
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

/** Shows its children while the phone's window has the wanted size. */
export const matchMediaPart: PartDefinition = {
  tag: 'match-media',
  attributes,
  create(part) {
    const matches = (): boolean => {
      const { windowWidth, windowHeight } = part.host.sizes();
      const bound = (name: string, fallback: number): number => asNumber(part.value(name), fallback);
      const orientation = part.text('orientation');
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
    const update = (): void => void part.element.toggleAttribute('unmatched', !matches());
    return {
      changedAny: update,
      attached: () => {
        part.host.on('resize', update);
        update();
      },
      detached: () => part.host.off('resize', update),
    };
  },
};
