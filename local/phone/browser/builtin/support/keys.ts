import type { Host } from '../../host';
import { isOperableRole } from './aria';

const fields = new Set(['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A']);

/** Enter and Space tap whatever has the keyboard's focus and a role that is operated by a tap. */
export function watchKeys(screen: HTMLElement, host: Host): void {
  screen.addEventListener('keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing || event.defaultPrevented) return;
    const element = event.target;
    if (
      !(element instanceof HTMLElement) ||
      fields.has(element.tagName) ||
      !isOperableRole(element.getAttribute('role'))
    )
      return;
    event.preventDefault();
    if (!event.repeat) host.tap(element);
  });
}
