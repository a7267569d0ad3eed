import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const secretary = 'branch-secretary-ren';

/** A young member is with nobody, and then with the same mentor again. */
export async function changeMentor(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { mentors } = await call(secretary, 'mentor.list', {});
  const pair = mentors.find(({ apprentices }) => apprentices.length > 0);
  const [mentorId, apprenticeId] = [pair?.personId ?? '', pair?.apprentices[0]?.personId ?? ''];
  await call(secretary, 'mentor.release', { apprenticeId, requestId: newRequestId() });
  await call(secretary, 'mentor.assign', { mentorId, apprenticeId, requestId: newRequestId() });
}
