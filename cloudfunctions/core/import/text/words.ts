/** What stands in cells where nothing is meant. */
export const nothingWords =
  /^(?:[-—–－一\/\\／、.。*·…]+|无|没有|暂无|不详|未知|不清楚|空|空白|未填|未填写|待补|待补充|待核实|n\/a|na|null|none)$/i;
/** A post without anybody. */
export const vacancyWords = /^(?:空缺|暂缺|缺|待定|待选|待聘|未定|暂未确定|空岗)$/;
/** A flat without anybody. */
export const uninhabitedWords =
  /^(?:空户|空房|空置|空置房|空关房|空挂户|无人|无人居住|未入住|未住人|待租|闲置|拆迁户?)$/;

const count = String.raw`\s*[:：]?\s*[\d.]*\s*(?:户|人|名|次|个|场|条)?$`;
export const subtotalWords = new RegExp(`^(?:小计|分计)${count}`);
export const totalWords = new RegExp(`^(?:合计|总计|共计|总数|累计|本页合计|本表合计|合计人数|总人数|总户数)${count}`);
export const noteWords =
  /^(?:注[:：]|备注[:：]|说明[:：]|填表说明|填表人|制表人?|制表单位|审核人?[:：]|填报人?|填报单位|单位盖章|负责人签字|联系人[:：]|以上|以下空白|打印日期|统计日期|截至|※|★)/;
export const exampleWords = /^(?:例|示例|样例|例如|举例|填写示例|范例)(?:[:：]|\d*$)/;
/** Single cells over the whole width that name the group of the rows below. */
export const groupWords = {
  grid: /网格$/,
  section: /片区?$/,
  lane: /(?:巷|街|路|胡同)$/,
  courtyard: /(?:院|小区|楼|公寓|花园|苑|家属院)$/,
} as const;

/** Between two people in one cell; `and` alone is part of names too. */
export const peopleSeparators = /[、,;/\n&|+]|以及/;
export const peopleAnd = /^(\p{Script=Han}{2,3})(?:和|与|及)(\p{Script=Han}{2,3})$/u;

export const partyWords = /^(?:中共)?(?:正式|预备)?(?:党员)$/;
/** Who else a number or a remark can belong to. */
const others =
  '(?:女儿|儿子|子女|女婿|儿媳妇?|媳妇|孙子|孙女|外孙|妻子|老婆|爱人|丈夫|老公|老伴|配偶|父亲|母亲|爸爸|妈妈|父母|哥哥?|姐姐?|弟弟?|妹妹?|' +
  '亲属|亲戚|家属|邻居|房东|房主|中介|保姆|护工|监护人|朋友|同事|物业)';
/** 电话是女儿的, 女儿的电话, 电话为邻居. */
export const otherOwnerNote = new RegExp(
  `(?:电话|手机|号码|联系方式)[^，。；,;]{0,6}${others}|${others}的?(?:电话|手机|号码|联系方式)`,
);
export const otherOwner = new RegExp(`^${others}的?$`);
/** Beside a number in its cell, in brackets or without. */
export const phoneOwnerWords = new RegExp(`[(]?${others}的?(?:电话|手机|号码)?[)]?[:：]?`, 'g');
export const phoneLabels =
  /[(]?(?:手机|电话|座机|固话|宅电|住宅|办公|单位|家里|家|宅|办|本人|户主|移动|联通|电信|微信同号|同微信|短号)[)]?[:：]?/g;

export const residenceWords = {
  resident:
    /^(?:常住|户籍|业主|自住|本地户籍|常住居民|常住人口|户籍人口|居民|自有|自有住房|产权人|房主|本地|户在人在|常住户|在册)/,
  tenant: /^(?:租户|租客|租住|承租|租赁|流动|流动人口|暂住|外来|出租|租房|借住|租户居民)/,
} as const;

/** The four ways of reporting, by what names them. */
export const channelWords = {
  group: /组团|集体|小组报到|^团组/,
  online: /线上|网上|网络|微信|小程序|扫码|公众号|app/i,
  searchedOut: /摸排|引导|排查|走访发现|动员/,
  atCommunity: /上门|主动|到社区|现场|线下|社区报到|窗口/,
} as const;

/** The four classes of members (S3-06), as offices call them. */
export const memberClassWords = {
  committee: /班子|支委|委员|书记/,
  special: /特殊|流动|困难|残疾|伤残|行动不便/,
  young: /青年|年轻/,
  senior: /年老|老年|老党员|高龄|离退休|退休/,
} as const;
/** In a column of organisational relations: it is here (在本社区, 已转入, 是). Anything else is elsewhere. */
export const membershipHereWords =
  /^(?:是|√|✓|y|yes|已?转入|(?:已?(?:在|转入|转到|隶属于?|属于?))?(?:本|我|所在)?(?:社区|支部|党支部)(?:党总支|党支部|支部|党委|党组织)?)$/i;

export const colourWords = { red: /^红/, yellow: /^黄/, blue: /^蓝/, green: /^绿/, purple: /^紫/ } as const;

export const placeKindWords = {
  shop: /商铺|门店|店铺|商户|商店|饭店|超市|企业|沿街/,
  facility: /设施|公共|学校|医院|机关|单位|公园|广场|厕所|幼儿园|卫生/,
} as const;

export const stationKindWords = {
  organisation: /党组织|党支部|党委|支部|组织/,
  instructor: /指导员/,
  shop: /商户|商铺|店/,
  station: /驿站|服务站|微站|中心/,
  site: /站点|网点|配送|快递|营业部|集散/,
} as const;

export const tradeWords = {
  delivery: /外卖|送餐|配送员|骑手/,
  driver: /网约车|司机|出租车|货车/,
  parcel: /快递|邮政|物流/,
  sanitation: /环卫|保洁/,
} as const;

/** After a day: 起, 至今. */
export const sinceSuffix = /(?:开始|以来|至今|到今|起)$/;
/** Unit behind a count: 31人. */
export const countSuffix = /(?:人次|人|名|位|户)$/;
/** In a column of political status: 中共党员, but not 非党员. */
export const partyMemberWords = /^(?!.*(?:非|民主)).*党员/;
/** What stands behind the name of a grid, or not. */
export const gridSuffix = '网格';

/** In a column of veterans or volunteers: 是, √, 退役军人, a year of service; 否 and what is empty say no. */
export const yesWords = /^(?!(?:否|不|无|没|非|n|×|x|✗|0$))./i;
