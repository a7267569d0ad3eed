import type { AlertState } from '../../../contracts/alert';
import type { Choice } from '../../../text/choice';

export const alertStateChoices: readonly Choice[] = [
  { value: 'open', text: '还没回话' },
  { value: 'settled', text: '回过了' },
];

export const emptyAlerts: Readonly<Record<AlertState, string>> = {
  open: '眼下没有人急着找您',
  settled: '还没有回过的',
};
