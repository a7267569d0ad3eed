import type { VisitTime } from '../../../../miniprogram/contracts/order';
import type { Skill } from '../../../../miniprogram/contracts/skill';

/** What offices call what a member can help with; the first that fits. */
const skillWords: readonly (readonly [RegExp, Skill])[] = [
  [/法律|律师|维权|调解|公证/, 'legal'],
  [/心理|聊天|陪伴|疏导|谈心/, 'counsel'],
  [/陪诊|送药|医|护理|急救|量血压/, 'escort'],
  [/孕|产妇|母婴|健康/, 'birth'],
  [/入学|辅导|作业|家教|课业|教学|教育/, 'schooling'],
  [/手机|电脑|智能|网络|软件/, 'device'],
  [/水电|维修|修理|木工|管道|电工|家电|疏通|开锁|^修/, 'repair'],
  [/跑腿|代办|代购|搬运|买菜|驾驶|开车/, 'errand'],
  [/老人|孩子|照护|助餐|养老|看护|带娃|理发/, 'family'],
  [/应急|消防|抢险|救援|急难/, 'emergency'],
];

const hourWords: readonly (readonly [RegExp, readonly VisitTime[]])[] = [
  [/随时|都行|都可|全天|任何|不限/, ['today-afternoon', 'today-evening', 'saturday']],
  [/周六|星期六|周末|双休/, ['saturday']],
  [/下午/, ['today-afternoon']],
  [/晚|下班后/, ['today-evening']],
];

/** The words that were understood, as codes, and those that were not. */
export interface WordsRead<Code> {
  readonly found: readonly Code[];
  readonly dropped: readonly string[];
}

/** What a member can help with. */
export function skillsOf(words: readonly string[]): WordsRead<Skill> {
  return read(words, (word) =>
    skillWords
      .filter(([pattern]) => pattern.test(word))
      .map(([, code]) => code)
      .slice(0, 1),
  );
}

/** When a member can help. */
export function hoursOf(words: readonly string[]): WordsRead<VisitTime> {
  return read(words, (word) => hourWords.filter(([pattern]) => pattern.test(word)).flatMap(([, codes]) => codes));
}

function read<Code>(words: readonly string[], codesOf: (word: string) => readonly Code[]): WordsRead<Code> {
  const readings = words.map((word) => ({ word, codes: codesOf(word) }));
  return {
    found: [...new Set(readings.flatMap(({ codes }) => codes))],
    dropped: readings.filter(({ codes }) => codes.length === 0).map(({ word }) => word),
  };
}
