import { readPhone, type PhoneProblem } from '../../contracts/phone-number';

const problems: Record<PhoneProblem | 'service', string> = {
  empty: '电话还没填。',
  characters: '电话里有认不得的字，只填号码，分机写成“转802”。',
  several: '这里有两个号码，留一个常用的。',
  foreign: '国外的号码打不了，换一个国内的。',
  short: '电话少了几位，看一眼再点。',
  long: '电话多了几位，看一眼再点。',
  unknown: '没有这样的号码，看一眼再点。',
  service: '这是服务热线，填一个能找到人的电话。',
};

/** What is wrong with a number that somebody typed, and what to do; '' where it can be called. */
export function phoneProblem(typed: string): string {
  const reading = readPhone(typed);
  if (!reading.ok) return problems[reading.problem];
  return reading.value.kind === 'service' ? problems.service : '';
}

/** After a landline answers. */
export function extensionLine(extension: string): string {
  return `接通以后拨分机 ${extension}`;
}
