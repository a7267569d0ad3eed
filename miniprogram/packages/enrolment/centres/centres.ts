import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import * as enrolments from '../services/enrolment';
import { chainLine } from '../text/hours';

interface Row {
  readonly personId: string;
  readonly name: string;
  readonly line: string;
}

const data: ListData<Row> = loadingList();

const centres = pagedList({
  read: (_page, cursor) => enrolments.listCentres(cursor),
  draw: (answer) => ({
    lines: answer.centres.map((one): Row => ({ personId: one.personId, name: one.name, line: chainLine(one) })),
  }),
});

/** Members who agreed to the sign at their door, with the building and the section that each leads. */
Page({ data, ...centres });
