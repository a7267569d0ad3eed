import type { Host } from '../../host';
import { isOperableRole } from './aria';

/** Elements that the browser operates by itself. */
const nativeControls = new Set(['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A']);

/** Makes Enter and Space tap the focused element if its role is operated by a tap. */
export function watchKeys(screen: HTMLElement, host: Host): void {
  screen.addEventListener('keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing || event.defaultPrevented) return;
    const element = event.target;
    if (
      !(element instanceof HTMLElement) ||
      nativeControls.has(element.tagName) ||
      !isOperableRole(element.getAttribute('role'))
    )
      return;
    event.preventDefault();
    if (!event.repeat) host.tap(element);
  });
}
