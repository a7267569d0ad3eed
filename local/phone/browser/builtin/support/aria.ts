/**
 * WeChat's aria-* attributes on DOM elements. Names: 小程序无障碍访问 (aria-role becomes `role`).
 */
const names = [
  'Activedescendant',
  'Atomic',
  'Autocomplete',
  'Busy',
  'Checked',
  'Colcount',
  'Colindex',
  'Colspan',
  'Controls',
  'Current',
  'Describedby',
  'Details',
  'Disabled',
  'Errormessage',
  'Expanded',
  'Flowto',
  'Haspopup',
  'Hidden',
  'Invalid',
  'Keyshortcuts',
  'Label',
  'Labelledby',
  'Level',
  'Live',
  'Modal',
  'Multiline',
  'Multiselectable',
  'Orientation',
  'Owns',
  'Placeholder',
  'Posinset',
  'Pressed',
  'Readonly',
  'Relevant',
  'Required',
  'Role',
  'Roledescription',
  'Rowcount',
  'Rowindex',
  'Rowspan',
  'Selected',
  'Setsize',
  'Sort',
  'Valuemax',
  'Valuemin',
  'Valuenow',
  'Valuetext',
] as const;

export const ariaAttributes: Readonly<Record<string, null>> = Object.fromEntries(
  names.map((name) => [`aria${name}`, null]),
);

/** Roles that a finger operates; a keyboard must reach them too. */
const operable = new Set([
  'button',
  'link',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'option',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'treeitem',
]);

/** `group` and its like name a container; without a role a name on a plain element is read by nobody. */
const unnamed = (element: Element): boolean =>
  element.getAttribute('role') === null &&
  ['WX-VIEW', 'WX-TEXT', 'WX-SCROLL-VIEW', 'WX-COVER-VIEW', 'WX-FORM'].includes(element.tagName);

/** Writes one changed aria attribute to the DOM; `name` may be any attribute of the component, others are ignored. */
export function ariaObserver(target: HTMLElement, host: HTMLElement, name: string, value: unknown): void {
  if (!(name in ariaAttributes)) return;
  const absent = value === null || value === undefined || value === '';
  if (name === 'ariaRole') {
    if (absent) return;
    target.setAttribute('role', String(value));
    if (operable.has(String(value)) && !target.hasAttribute('tabindex')) host.setAttribute('tabindex', '0');
    return;
  }
  const attribute = `aria-${name.slice(4).toLowerCase()}`;
  if (absent) target.removeAttribute(attribute);
  else target.setAttribute(attribute, String(value));
  if (name === 'ariaLabel' && !absent && unnamed(target)) target.setAttribute('role', 'group');
}

export function isOperableRole(role: string | null): boolean {
  return role !== null && operable.has(role);
}

let lastNumber = 0;

/** An id for `aria-labelledby` and its like; ids that the page set are kept. */
export function idOf(element: Element): string {
  if (element.id === '') element.id = `wx-part-${(lastNumber += 1)}`;
  return element.id;
}
