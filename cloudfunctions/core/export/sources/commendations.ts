import { branchIdOf } from '../../place/branch';
import { commendations } from '../../recognition/commendation/commendation';
import { headers } from '../text/labels';
import { timeText } from '../text/times';
import { plainRow, type Source } from './source';

/**
 * Approved lists of the branch, the newest first, or of the one period that is named; one list is a page. What was not
 * approved goes out nowhere, nor does who was left out.
 */
export const commendationsOf: Source = {
  headers: headers.commendations,
  isNamed: false,
  async read(database, { branchId, communityId, month }, cursor) {
    const period = month ?? { gt: '', ...(cursor !== null && { lt: cursor }) };
    const [list] = await database.find(commendations, {
      where: { branchId: branchId ?? branchIdOf(communityId), period },
      sort: { period: 'desc' },
      limit: 1,
    });
    if (!list) return { rows: [], next: null };
    const { approved } = list;
    const rows = list.people
      .filter(({ name }) => name !== '')
      .map(({ name, meetings, services }) =>
        plainRow([list.period, name, String(meetings), String(services), approved.name, timeText(approved.at)]),
      );
    return { rows, next: month === null ? list.period : null };
  },
};
