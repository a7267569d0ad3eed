/**
 * The frame of a wide window: the phone, and beside it the panel with the settings of the phone and of the local cloud.
 */
import { cardSection } from './card-section';
import { clockSection } from './clock-section';
import { deviceSection } from './device-section';
import { element } from './elements';
import { readPersonas } from './local-api';
import { personSection } from './person-section';
import { PhoneWindow } from './phone-window';
import { traceSection } from './trace-section';

async function build(root: HTMLElement): Promise<void> {
  const trace = traceSection();
  const phone = new PhoneWindow((message) => {
    if (message === 'request') void trace.refresh();
  });
  const first = phone.openid === '' ? (await readPersonas())[0] : undefined;
  const panel = element('aside', { class: 'panel', 'aria-label': '面板' });
  const skip = element('a', { class: 'skip', href: '#phone' }, '跳到手机');
  root.append(element('main', { class: 'device', id: 'phone', tabindex: '-1' }, phone.frame), panel);
  phone.showDevice();
  phone.restartWith(first ? { openid: first.openid } : {});
  void trace.refresh();
  const sections = await Promise.all([personSection(phone), cardSection(phone), clockSection(phone)]);
  panel.append(
    skip,
    element('h1', {}, '手机里看'),
    ...sections.filter((each) => each !== undefined),
    deviceSection(phone),
    trace.element,
  );
}

const root = document.getElementById('frame');
if (root) void build(root);
