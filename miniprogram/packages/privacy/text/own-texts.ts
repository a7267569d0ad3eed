/** What one wrote, and that it is blacked out for good. */
import { textLists, type OwnTextView, type TextList } from '../../../contracts/privacy';
import { choicesOf, type Choice } from '../../../text/choice';
import { fullDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';

export const textChoices: readonly Choice<TextList>[] = choicesOf(textLists, {
  asked: '我点的单',
  helped: '我去办的单',
  others: '别处写的',
});

const places: Readonly<Record<OwnTextView['source'], string>> = {
  order: '单号',
  thanks: '写的感谢',
  complaint: '投诉、建议',
  leave: '请假',
};

/** Where it stands, and since when. */
export function textLine({ source, number = '', at }: OwnTextView): string {
  return joinParts(`${places[source]} ${number}`.trim(), fullDay(at));
}

export const blackedOutText = '涂黑了，原来的话没有了';
