import type { EmployerView } from '../../../miniprogram/contracts/employer';
import type { Post } from '../place/post';
import type { Employer } from './employer';

/** An employer with those of these posts that are its own and held. */
export function employerView({ _id, name }: Employer, held: readonly Post[]): EmployerView {
  const own = held
    .filter(({ employer }) => employer?.employerId === _id)
    .sort((one, other) => (one._id < other._id ? -1 : 1));
  return {
    employerId: _id,
    name,
    holders: own.flatMap(({ _id: postId, holder }) =>
      holder ? [{ postId, personId: holder.personId, name: holder.name }] : [],
    ),
  };
}
