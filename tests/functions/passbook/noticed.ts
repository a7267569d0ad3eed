/**
 * What somebody may do to a book past every rule, and who notices: whoever opens or checks it at once, the night
 * after, the month after, each with the reason and the line, `-` for nobody; and what a slip that was printed before
 * and the archive made after say together, null where they agree. docs/security.md prints the same.
 */
export interface Noticed {
  /** As docs/security.md names the edit. */
  readonly label: string;
  readonly verify: string;
  readonly night: string;
  readonly month: string;
  readonly slip: string | null;
}

export const noticed: Readonly<Record<string, Noticed>> = {
  nothing: { label: '什么也没改', verify: '-', night: '-', month: '-', slip: null },
  'the last line deleted, the head set back': {
    label: '删掉最后一笔，把存折头退回去',
    verify: 'shrunk 5',
    night: 'shrunk 5',
    month: 'shrunk 5',
    slip: 'the slip knew line 5, and the book ends before',
  },
  'the chain rebuilt with other points': {
    label: '换了分，整条链重算',
    verify: 'source 3',
    night: 'anchor 5',
    month: 'source 3',
    slip: 'line 5 is another than the slip knew',
  },
  'the chain rebuilt with other points, and its order': {
    label: '换了分，整条链重算，单子也跟着改',
    verify: 'anchor 5',
    night: 'anchor 5',
    month: 'anchor 5',
    slip: 'line 5 is another than the slip knew',
  },
  'the chain rebuilt with another day, and its order': {
    label: '换了日子，整条链重算，单子也跟着改',
    verify: 'anchor 5',
    night: 'anchor 5',
    month: 'anchor 5',
    slip: 'line 5 is another than the slip knew',
  },
  'a line appended from a meeting that never was': {
    label: '添一笔没开过的会，存折头也改',
    verify: 'source 6',
    night: 'source 6',
    month: 'source 6',
    slip: null,
  },
  'a line appended, the head left alone': {
    label: '添一笔，存折头不动',
    verify: 'source 6',
    night: 'source 6',
    month: 'source 6',
    slip: 'does not hold from line 6 on: head',
  },
  'the whole book deleted': {
    label: '整本删掉',
    verify: 'shrunk 1',
    night: 'shrunk 5',
    month: 'shrunk 5',
    slip: 'the slip knew line 5, and the book ends before',
  },
  'the head deleted': {
    label: '只删存折头',
    verify: 'head 1',
    night: 'head 1',
    month: 'head 1',
    slip: 'does not hold from line 1 on: head',
  },
  'the head moved to another community': {
    label: '把存折头挪到别的社区',
    verify: 'head 5',
    night: 'head 5',
    month: 'head 5',
    slip: 'does not hold from line 1 on: head',
  },
  'the head’s balance changed': {
    label: '改存折头的余额',
    verify: 'head 5',
    night: 'head 5',
    month: 'head 5',
    slip: 'does not hold from line 5 on: head',
  },
  'the head’s count changed': {
    label: '改一共记了几次',
    verify: 'count 5',
    night: 'count 5',
    month: 'count 5',
    slip: 'does not hold from line 5 on: count',
  },
  'the head’s times of the year changed': {
    label: '改今年记了几次',
    verify: 'count 5',
    night: 'count 5',
    month: 'count 5',
    slip: 'does not hold from line 5 on: count',
  },
  'the head’s objections changed': {
    label: '改有几处异议',
    verify: 'count 5',
    night: 'count 5',
    month: 'count 5',
    slip: null,
  },
  'an old line’s points changed': {
    label: '改老账的分，别的不动',
    verify: 'accounts 1',
    night: '-',
    month: 'accounts 1',
    slip: 'does not hold from line 1 on: accounts',
  },
  'a line far behind the page that opens': {
    label: '三百五十笔的本子，改第 301 笔的分，不在翻到的那一页上',
    verify: 'accounts 301',
    night: '-',
    month: 'accounts 301',
    slip: 'does not hold from line 301 on: accounts',
  },
  'an old line’s title changed': {
    label: '改老账上的原话',
    verify: 'words 1',
    night: '-',
    month: 'words 1',
    slip: 'does not hold from line 1 on: words',
  },
  'the newest line’s name changed': {
    label: '改最后一笔的名字',
    verify: 'words 5',
    night: 'words 5',
    month: 'words 5',
    slip: 'does not hold from line 5 on: words',
  },
  'a salt changed': {
    label: '换一个人的盐',
    verify: 'words 1',
    night: 'words 5',
    month: 'words 1',
    slip: 'does not hold from line 1 on: words',
  },
  'a salt emptied without a signature': {
    label: '没签名就清掉一个人的盐',
    verify: 'words 1',
    night: 'words 0',
    month: 'words 1',
    slip: 'a salt was erased without a signature',
  },
  'a line said to be reversed': {
    label: '在一笔旁边注上“已冲正”',
    verify: 'annotation 1',
    night: '-',
    month: 'annotation 1',
    slip: null,
  },
};

/** A row of the table in docs/security.md. */
export function rowOf({ label, verify, night, month, slip }: Noticed): string {
  return `| ${[label, verify, night, month, slip ?? '-'].join(' | ')} |`;
}
