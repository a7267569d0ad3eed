import type { Host } from '../../host';
import { formStyles } from './forms';
import { layoutStyles } from './layout';
import { mapStyles } from './map';
import { overlayStyles } from './overlay';

/** Puts WeChat's look before every other style sheet, and the look that app.json's `style` asks for. */
export function installStyles(host: Host): void {
  const sheet = document.createElement('style');
  sheet.dataset['sheet'] = 'wx-builtin';
  sheet.textContent = layoutStyles + formStyles + mapStyles + overlayStyles;
  document.head.prepend(sheet);
  document.body.classList.toggle('wx-style-v2', host.config.raw['style'] === 'v2');
}
