/**
 * What tells two people of one name apart in one list; both are absent where nobody else there has the name. Who may
 * read masked numbers gets the end of the number, everybody else the grid: nobody's door, and no number.
 */
export interface NameApart {
  /** The last four digits of their number. */
  readonly phoneEnd?: string;
  /** The grid that they serve, else the one that they live in. */
  readonly gridName?: string;
}
