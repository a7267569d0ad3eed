import { hoverAttributes, registerHover } from '../../support/hover';
import { registerControl } from '../../support/fields';
import { runOpenType } from './open-type';
import type { Builtin, BuiltinDefinition } from '../../support/builtin';
import { submitForm } from './form';

const attributes = {
  ...hoverAttributes,
  hoverClass: 'button-hover',
  hoverStartTime: 20,
  hoverStayTime: 70,
  type: 'default',
  size: 'default',
  plain: false,
  disabled: false,
  loading: false,
  formType: '',
  openType: '',
  name: '',
  lang: 'en',
  sessionFrom: '',
  sendMessageTitle: '',
  sendMessagePath: '',
  sendMessageImg: '',
  showMessageCard: false,
  appParameter: '',
  phoneNumberNoQuotaToast: true,
  needShowEntrance: true,
  entrancePath: '',
  activityType: null,
  businessId: null,
};

/** Writes the attributes to the host element, from which the style sheet reads them. */
function render(builtin: Builtin): void {
  for (const name of ['type', 'size'] as const) builtin.element.setAttribute(name, builtin.text(name));
  for (const name of ['plain', 'disabled', 'loading'] as const)
    builtin.element.toggleAttribute(name, builtin.flag(name));
  builtin.element.setAttribute('aria-disabled', String(builtin.flag('disabled')));
  builtin.element.tabIndex = builtin.flag('disabled') ? -1 : 0;
}

function handleTap(builtin: Builtin): void {
  const formType = builtin.text('formType');
  if (formType === 'submit' || formType === 'reset') submitForm(builtin, formType);
  if (builtin.text('openType') !== '') runOpenType(builtin);
}

export const button: BuiltinDefinition = {
  tag: 'button',
  attributes,
  create(builtin) {
    builtin.element.setAttribute('role', 'button');
    registerHover(builtin);
    registerControl(builtin.element, () => builtin.host.tap(builtin.element));
    const update = (): void => render(builtin);
    update();
    // in the capture phase, before any handler of the page: a disabled button gets no tap
    builtin.component.addListener(
      'tap',
      (event) => {
        if (builtin.flag('disabled')) event.stopPropagation();
      },
      { capture: true },
    );
    builtin.component.addListener('tap', () => handleTap(builtin));
    return {
      changed: { type: update, size: update, plain: update, disabled: update, loading: update, ariaDisabled: update },
    };
  },
};
