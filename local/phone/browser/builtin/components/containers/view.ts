import { hoverAttributes, registerHover } from '../../support/hover';
import type { BuiltinDefinition } from '../../support/builtin';

export const view: BuiltinDefinition = {
  tag: 'view',
  attributes: hoverAttributes,
  create(builtin) {
    registerHover(builtin);
    return {};
  },
};

/** On a phone it is above the map; here everything is one layer, so that it is a view that may scroll. */
export const coverView: BuiltinDefinition = {
  tag: 'cover-view',
  attributes: { ...hoverAttributes, scrollTop: null, markerId: null },
  create(builtin) {
    registerHover(builtin);
    return { changed: { scrollTop: () => (builtin.element.scrollTop = builtin.number('scrollTop')) } };
  },
};
