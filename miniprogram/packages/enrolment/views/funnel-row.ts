import type { FunnelLine, FunnelView } from '../../../contracts/enrolment';
import { allChannels, channelText, funnelProgress, funnelStates } from '../text/enrolment';

/** One channel: how many came by it, and how far they got. */
export interface FunnelRow {
  readonly key: string;
  readonly name: string;
  readonly asked: number;
  /** Where those who came are now; their sum is `asked`. */
  readonly states: string;
  readonly progress: string;
  /** Of the longest bar, in percent. */
  readonly share: number;
}

type Figures = FunnelView['total'];

function rowOf(key: string, name: string, line: Figures, most: number): FunnelRow {
  const share = most === 0 ? 0 : Math.round((line.asked / most) * 100);
  return { key, name, asked: line.asked, states: funnelStates(line), progress: funnelProgress(line), share };
}

/** The channels in their order; the sum of all stands first. */
export function funnelRows({ lines, total }: FunnelView): readonly FunnelRow[] {
  const most = Math.max(0, ...lines.map(({ asked }) => asked));
  const nameOf = ({ channel, name }: FunnelLine) => channelText(name === undefined ? { channel } : { channel, name });
  return [
    rowOf('total', allChannels, total, total.asked),
    ...lines.map((line) => rowOf(line.channel, nameOf(line), line, most)),
  ];
}
