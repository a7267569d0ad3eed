import type { Choice } from '../../../text/order/names';
import type { AskSheet } from '../../../text/order/sheets';

export const sizeChoices: Choice<'normal' | 'large'>[] = [
  { value: 'normal', text: '普通' },
  { value: 'large', text: '大字，给老人' },
];

/** Lost or worn: the old one says that it was renewed. */
export const reissueSheet: AskSheet = {
  title: '补发一张',
  line: '旧卡再扫，会说换了新的',
  choices: [
    { value: 'lost', text: '丢了' },
    { value: 'worn', text: '旧了，看不清' },
    { value: 'moved', text: '换了地方' },
  ],
  ask: '',
  wordsNeeded: false,
  submit: '补发，旧卡作废',
};

export const reissueReason = (value: string): string =>
  reissueSheet.choices.find((choice) => choice.value === value)?.text ?? value;

export const issuedLine = (place: string): string => `${place}的卡发好了`;
