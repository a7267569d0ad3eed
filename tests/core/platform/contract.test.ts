import { refusalOfContract } from '../../../cloudfunctions/core/platform/contract';
import { contractNumber } from '../../../miniprogram/contracts/version';

const codeOf = (given: unknown, current?: number) => refusalOfContract(given, current)?.code ?? 'served';

test('the number of now and the one before are served, older ones are told so', () => {
  expect([7, 6, 5, 1].map((given) => codeOf(given, 7))).toEqual([
    ...['served', 'served', 'CLIENT_OUTDATED', 'CLIENT_OUTDATED'],
  ]);
});

test('no number is the first', () => {
  expect([codeOf(undefined, 1), codeOf(undefined, 2), codeOf(undefined, 3)]).toEqual([
    ...['served', 'served', 'CLIENT_OUTDATED'],
  ]);
});

test('a newer one waits for its functions, and anything else is no number', () => {
  expect(codeOf(contractNumber + 1)).toBe('BUSY');
  for (const given of ['2', 1.5, Number.NaN, {}])
    expect(refusalOfContract(given)).toEqual({ ok: false, code: 'INVALID_INPUT', field: 'contract' });
});
