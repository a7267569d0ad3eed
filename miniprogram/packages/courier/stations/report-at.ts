import { stationProblems, type StationSummary } from '../../../contracts/station';
import { sendReport } from '../page/station-actions';
import { problemName } from '../text/reports';

/** Asks what is wrong, and says it to the steward. */
export async function reportAt(station: Pick<StationSummary, 'stationId' | 'name'>): Promise<void> {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: stationProblems.map(problemName) });
    const problem = stationProblems[tapIndex];
    if (problem) await sendReport(station, problem);
  } catch {
    // They thought better of it.
  }
}
