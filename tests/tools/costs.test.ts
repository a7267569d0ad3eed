import { permissions } from '../../cloudfunctions/core/access/permissions';
import { readCost, readStatedCosts } from '../../tools/bench/costs';

const source = (cost: string): string =>
  `/**\n * What it is for.\n * ${cost}\n */\nexport const getOrder = signedInEndpoint({\n  name: 'order.get',\n`;

describe('the costs that docblocks state', () => {
  it.each([
    ['Cost: 1 read.', { reads: 1, writes: 0 }],
    ['Cost: 2 reads, 1 write.', { reads: 2, writes: 1 }],
    ['Cost: 2 reads, 1 write; to notify, 1 read, 2 writes.', { reads: 3, writes: 3 }],
    ['Cost: grows with the lines of the book.', 'grows'],
  ])('are read out of "%s"', (cost, stated) => {
    expect(readCost('get.ts', source(cost))).toEqual(['order.get', stated]);
  });

  it.each(['Two reads.', 'Cost: two reads.', 'Cost: 2 reads', 'Cost: 2 reads and 1 write.'])('are not "%s"', (cost) => {
    expect(() => readCost('get.ts', source(cost))).toThrow('get.ts: say "Cost: 2 reads, 1 write."');
  });

  it('stand above every endpoint of the contract', () => {
    expect([...readStatedCosts().keys()].sort()).toEqual(Object.keys(permissions).sort());
  });
});
