/** What comes up from the foot of the screen, on a computer: its keyboard. */
import { mountComponent } from '../support/simulate';
import { phone } from './samples/phone';

type Listener = (event: { key: string }) => void;
const listeners = new Set<Listener>();

beforeEach(() => {
  listeners.clear();
  Object.assign(phone.wx, {
    canIUse: (name: string) => /^o(n|ff)KeyDown$/.test(name),
    onKeyDown: (listener: Listener) => listeners.add(listener),
    offKeyDown: (listener: Listener) => listeners.delete(listener),
  });
});

const press = (key: string): void => {
  for (const listener of [...listeners]) listener({ key });
};

test('Escape does what a touch of the grey does, and another key nothing', () => {
  const popup = mountComponent('components/form/popup/popup', { visible: true });
  let left = 0;
  popup.addEventListener('leave', () => (left += 1));
  press('Enter');
  expect(left).toBe(0);
  press('Escape');
  expect(left).toBe(1);
});

test('one that is closed, or gone, hears nothing', () => {
  const popup = mountComponent('components/form/popup/popup', { visible: true });
  expect(listeners.size).toBe(1);
  popup.instance.setData({ visible: false });
  expect(listeners.size).toBe(0);
  popup.instance.setData({ visible: true });
  expect(listeners.size).toBe(1);
  popup.detach();
  expect(listeners.size).toBe(0);
});
