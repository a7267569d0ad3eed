/** What a station's list line and its page do alike. */
import type { StationProblem, StationSummary } from '../../../contracts/station';
import * as stations from '../services/station';
import { refusalOf } from '../../../text/errors';
import { reportResult, reportWords } from '../text/reports';
import { showToast } from '../../../page/toast';

/** WeChat's own map, which shows the way and hands it to the phone's navigation. */
export function openWay({ gcj02, name, address }: Pick<StationSummary, 'gcj02' | 'name' | 'address'>): void {
  wx.openLocation({ ...gcj02, name, address, scale: 16 });
}

export async function sendReport(
  { stationId, name }: Pick<StationSummary, 'stationId' | 'name'>,
  problem: StationProblem,
) {
  const reply = await stations.report(stationId, problem, reportWords(name, problem));
  showToast(reply.ok ? reportResult(reply.data) : refusalOf(reply));
}
