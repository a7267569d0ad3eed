import { dispatchButton } from '../../miniprogram/packages/order/views/dispatch-order';
import { candidatesOf } from '../../miniprogram/packages/order/views/dispatch';
import { leak, suggestions } from '../miniprogram/samples/orders';

test('why each person fits, and what the button will do', () => {
  const drawn = candidatesOf(suggestions, leak);
  expect(drawn.map((one) => one.reasons.map((reason) => reason.text))).toEqual([
    ['同一个院', '会水电', '下午有空'],
    ['会水电', '周六有空', '下午上班'],
    ['队长 田广志', '6 人有空'],
  ]);
  expect(drawn[1]?.reasons.map((reason) => reason.tone)).toEqual(['good', 'good', 'warning']);
  expect(dispatchButton(drawn)).toBe('先选谁去');
  expect(dispatchButton(drawn.map((one, index) => ({ ...one, chosen: index === 2 })))).toBe('派给水电小分队');
  expect(dispatchButton(drawn.map((one, index) => ({ ...one, chosen: index < 2 })))).toBe('派给 2 位党员');
});
