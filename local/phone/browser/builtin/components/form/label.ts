import { ensureId } from '../../support/aria';
import { activationOf } from '../../support/fields';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';

const controls = 'wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea, wx-slider, wx-picker';

function controlOf(builtin: Builtin): Element | undefined {
  const id = builtin.text('for');
  if (id === '') return builtin.element.querySelector(controls) ?? undefined;
  const found = builtin.component.ownerShadowRoot?.getElementById(id)?.$$;
  return found instanceof Element ? found : undefined;
}

/** Makes the label the control's name for a screen reader, unless the control has its own. */
function nameControl(builtin: Builtin): void {
  const control = controlOf(builtin);
  const target = control?.querySelector('input, textarea') ?? control;
  if (target === undefined || target.hasAttribute('aria-label') || target.hasAttribute('aria-labelledby')) return;
  target.setAttribute('aria-labelledby', ensureId(builtin.element));
}

/** Keeps the focus where the tap put it: after a touch the browser's own press would move it to the page. */
function keepFocus(builtin: Builtin): void {
  builtin.element.addEventListener('mousedown', (event) => {
    const control = controlOf(builtin);
    if (control === undefined || (event.target instanceof Node && control.contains(event.target))) return;
    event.preventDefault();
  });
}

export const label: BuiltinDefinition = {
  tag: 'label',
  attributes: { for: '' },
  create(builtin) {
    builtin.component.addListener('tap', (event) => {
      const control = controlOf(builtin);
      const tapped = event.target.$$;
      if (control === undefined || (tapped instanceof Element && control.contains(tapped))) return;
      activationOf(control)?.();
    });
    keepFocus(builtin);
    const updateName = (): void => nameControl(builtin);
    return { changed: { for: updateName }, attached: () => queueMicrotask(updateName) };
  },
};
