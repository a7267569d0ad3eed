/** What stands out in the books: what it is, and why it may be quite all right. */
import type { PairWay } from '../../../contracts/pair';
import type { PatternView } from '../../../contracts/pattern';
import { dayTime } from '../../../text/dates';

export const patternRule = '这些只是多看一眼的地方，多半有缘故，不扣谁的分，也不说谁不对。要查就打开存折，一笔一笔问。';
export const noPatterns = '这个月没有要多看的';
export const partialLine = '这个月的太多，只看了最新的一部分。';

const wayNames: Readonly<Record<PairWay, string>> = {
  confirmed: '点头',
  called: '打电话问',
  signed: '一个点名一个签字',
  vouched: '担保代办',
};

/** What was counted, in one sentence. */
export function patternLine(pattern: PatternView): string {
  switch (pattern.kind) {
    case 'burst':
      return `${pattern.name} ${dayTime(pattern.at)} 起一小时里，手工提了 ${pattern.lines} 笔`;
    case 'givenPair':
      return `${pattern.name}给${pattern.to}手工记了 ${pattern.lines} 笔`;
    case 'nearGrantCap':
      return `${pattern.name}手工记了 ${pattern.points} 分，一个月最多 ${pattern.cap} 分`;
    case 'nearPairCap': {
      const pair = pattern.name === undefined ? `有人和${pattern.to}` : `${pattern.name}和${pattern.to}`;
      return `${pair}，${wayNames[pattern.way]} ${pattern.times} 次，一个月最多记 ${pattern.cap} 次`;
    }
    case 'unsaid':
      return `${pattern.name}的 ${pattern.of} 次服务里，${pattern.lines} 次是打电话问的，不是居民自己点头`;
    case 'oneHand':
      return `${pattern.of} 次点名里，${pattern.lines} 次都是${pattern.name}点完的`;
  }
}

/** The plain reason that it has most of the time. */
export function patternReason({ kind }: PatternView): string {
  const reasons: Readonly<Record<PatternView['kind'], string>> = {
    burst: '常常是一次活动以后补记，看看事由是不是同一件',
    givenPair: '常常是同一件事做了几回，有规矩的该写进规矩',
    nearGrantCap: '手工记的都有两个人签字，够不着的下个月再记',
    nearPairCap: '邻居互相帮忙就会这样，到了上限的不记分',
    unsaid: '不用微信的老人都是打电话问，问的人不能是办的人',
    oneHand: '支部小就常是一个人点名，每次另有一个人签字',
  };
  return reasons[kind];
}
