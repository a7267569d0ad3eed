import type { EmployerView } from '../../../miniprogram/contracts/employer';
import { marksOf, tellApart, type ApartBy } from '../person/rules/namesakes';
import type { Post } from '../place/post';
import type { Employer } from './employer';

/** An employer with those of these posts that are its own and held. */
export function employerView({ _id, name }: Employer, held: readonly Post[], by: ApartBy): EmployerView {
  const own = held
    .filter(({ employer }) => employer?.employerId === _id)
    .sort((one, other) => (one._id < other._id ? -1 : 1));
  const holders = own.flatMap(({ holder }) => holder ?? []);
  const apart = tellApart(
    holders.map(({ personId, name: called, phone }) => ({ personId, name: called, ...marksOf({ phone }) })),
    by,
  );
  return {
    employerId: _id,
    name,
    holders: own.flatMap(({ _id: postId, holder }) =>
      holder ? [{ postId, personId: holder.personId, name: holder.name, ...apart(holder.personId) }] : [],
    ),
  };
}
