/** What the pages of lists say. */
import type {
  ImportField,
  ImportProblem,
  ImportState,
  ImportView,
  OfferedKind,
  RowCandidate,
  RowFate,
} from '../../../contracts/import';
import { offeredKinds } from '../../../contracts/import';
import { choicesOf, type Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';
import { dayTime } from '../../../text/dates';

const kinds: Readonly<Record<OfferedKind, string>> = {
  places: '地方',
  residents: '居民',
  members: '报到党员',
  posts: '网格员、街巷长、楼院长',
  activities: '以前的活动',
  stations: '驿站、商户、站点',
};

export const kindChoices: readonly Choice<OfferedKind>[] = choicesOf(offeredKinds, kinds);
export const kindName = (kind: OfferedKind): string => kinds[kind];

const problems: Readonly<Record<ImportProblem, string>> = {
  absent: '文件不在了，请再传一次',
  header: '没有找到表头，请核对是不是这一类名册，或者用模板填',
  kind: '不是表格文件，请换 xlsx、xls、et 或 csv',
  encrypted: '表格有密码，请去掉密码再传',
  large: '表格太大，请分成几个文件',
  broken: '表格打不开，请用 WPS 或 Excel 另存一次再传',
};
export const problemLine = (problem: ImportProblem | undefined): string => (problem ? problems[problem] : '');

const states: Readonly<Record<ImportState, string>> = {
  reading: '正在看',
  checked: '看完了，还没写入',
  applying: '正在写入',
  done: '写完了',
  failed: '没看成',
};
export const stateName = (state: ImportState): string => states[state];

/** `写完了 · 283 行写入 · 11 月 21 日 09:12`. */
export function importLine({ state, written, progress, createdAt }: ImportView): string {
  const rows = state === 'done' ? `写入 ${written} 行` : progress.total > 0 ? `${progress.total} 行` : '';
  return joinParts(states[state], rows, dayTime(createdAt));
}

export const fateNames: Readonly<Record<RowFate, string>> = {
  new: '新的',
  changed: '有变动',
  unchanged: '没变',
  duplicate: '像是重复',
  refused: '收不下',
};

const fields: Readonly<Record<ImportField, string>> = {
  name: '姓名',
  surname: '姓的读音',
  phone: '电话',
  home: '住处',
  serves: '报到网格',
  employer: '单位',
  branch: '支部',
  kinds: '身份',
  memberClass: '党员类别',
  skills: '特长',
  free: '时间',
  holder: '担任的人',
  post: '职务',
  colour: '颜色',
  present: '到会',
  trade: '行业',
  organisation: '党组织',
  instructor: '指导员',
  address: '地址',
  host: '依托单位',
  sign: '标识牌',
  opening: '开放时间',
  services: '服务',
  point: '经纬度',
};
export const fieldName = (field: ImportField): string => fields[field];
export const nothing = '没有';

/** What the codes of a list of codes are called. */
export const kindWords: Readonly<Record<string, string>> = {
  resident: '居民',
  tenant: '租户',
  serviceMember: '报到党员',
  veteran: '退役军人',
  volunteer: '志愿者',
  branchMember: '支部党员',
  courier: '小哥',
  merchant: '商户',
  committee: '班子成员',
  young: '青年党员',
  senior: '年老党员',
  special: '特殊党员',
};

/** What codes of places and stations are called. */
export const recordWords: Readonly<Record<string, string>> = {
  red: '红色',
  yellow: '黄色',
  blue: '蓝色',
  green: '绿色',
  purple: '紫色',
  delivery: '外卖',
  driver: '网约车',
  parcel: '快递',
  sanitation: '环卫',
  medicine: '药箱',
  water: '饮水',
  charging: '充电',
  toilet: '厕所',
  heating: '取暖',
  cooling: '纳凉',
  rest: '休息',
};

const because: Readonly<Record<RowCandidate['because'], string>> = {
  sameNumber: '号码一样',
  sameHousehold: '住一户，同名',
  sameName: '同名同号码',
};
export function candidateLine({ phone, home, employer, because: why }: RowCandidate): string {
  return joinParts(because[why], phone, home, employer);
}

export const rowPlace = (sheet: string | undefined, row: number): string => joinParts(sheet, `第 ${row} 行`);

/** How many rows of how many, as a sentence. */
export function progressLine({ state, progress: { done, total } }: ImportView): string {
  if (total === 0) return '正在打开文件';
  return state === 'applying' ? `写了 ${done} 行，共 ${total} 行` : `看了 ${done} 行，共 ${total} 行`;
}

export function applyLabel({ counts, undecided }: ImportView): string {
  const sure = counts.new + counts.changed + counts.duplicate - undecided;
  return `把 ${sure} 行写进去`;
}

/** What else somebody should know of the file. */
export function factLines({ skipped, hidden, unreadable, unused, undecided }: ImportView): readonly string[] {
  return [
    ...(undecided > 0 ? [`还有 ${undecided} 行像是重复，要您说是不是同一个人`] : []),
    ...(skipped > 0 ? [`空行、小计、说明 ${skipped} 行，跳过了`] : []),
    ...(hidden.length > 0 ? [`隐藏的表没看：${hidden.join('、')}`] : []),
    ...(unreadable.length > 0 ? [`没有表头的表没看：${unreadable.filter((name) => name !== '').join('、')}`] : []),
    ...(unused.length > 0 ? [`这几栏还没有地方存：${unused.join('、')}`] : []),
  ];
}

export const decisions = { same: '就是这个人', other: '是另一个人', leave: '先不收' } as const;
/** What may be said of several rows at once; which known person a row is of is said one by one. */
export const rowsTogether = (['leave', 'other'] as const).map((value) => ({ value, text: decisions[value] }));
export const results = {
  uploadFailed: '没传上去，看看网络再试',
  openFailed: '没打开，过一会儿再试',
  noRefused: '没有收不下的行',
} as const;
