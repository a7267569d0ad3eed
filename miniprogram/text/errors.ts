import type { ErrorCode } from '../contracts/error';
import { dayTime } from './dates';

/** What each refusal says to a person, and what to do next. A code without a sentence does not compile. */
const sentences: Record<ErrorCode, string> = {
  INVALID_INPUT: '有一处没填对，改一下再交。',
  REQUEST_REUSED: '这份刚才已经交上去了，回去看看到哪一步了。',
  NOT_SIGNED_IN: '还不认识您，先扫一下家里的连心卡。',
  PHONE_NEEDED: '留个电话，来帮忙的人好找到您。',
  PHONE_UNPROVED: '号码还没用微信核过，到“我的”里改成微信的号码再来。',
  HOME_NEEDED: '还没登记住在哪里，先扫一下家里的连心卡。',
  PHONE_CODE_REFUSED: '微信没给到号码，再点一次，或者自己填。',
  CHANGE_BY_REQUEST: '名字和号码要改，到“我的”里说一声，社区看过就改。',
  FORBIDDEN: '这顶帽子办不了这件事，换一顶试试。',
  NOT_FOUND: '没找到，可能已经撤了，回去看看别的。',
  STALE_VERSION: '刚有人动过，看一眼新的再定。',
  WRONG_STATUS: '已经往下走了，看一眼新的再定。',
  NOT_READY: '还没做好，或者已经删了，回去看看到哪一步了。',
  TAKEN: '这张单刚被接走，看看别的。',
  TOO_EARLY: '还没到约好的时候，到了门口再点“我到了”。',
  REVIEW_TOO_EARLY: '到这个月最后一个周六才能定，那天再来。',
  NOT_SHARED: '本人还没同意给单位看，先请本人在「我的档案」里点头。',
  NOBODY_ANSWERS: '这一类现在社区里没有人能答复，请打 12345，不经过社区。',
  NOT_SHOWN: '社区没有开这一项，开不开由书记在「规矩」里定。',
  NO_VOTE: '那个月有单子办结的居民才投票，一人一票。',
  VOTE_CONFLICT: '自己和自己家的人不能投，换一位。',
  VOTING_GOES_ON: '投票还没结束，等过了日子再来。',
  VOTING_OVER: '投票已经结束了，等着看选了谁。',
  NOT_OFFERED: '这张单没派给您，看看别的。',
  DUPLICATE_ORDER: '同一件事有一张还没办完，先看看那一张。',
  HOURS_OVER: '约好的时间过了，改不了了：到了就说一声，去不了就给回去。',
  PART_DONE: '有一位办好了他那份，转不出去：换下没办的，等居民点头。',
  NOT_MERGEABLE: '代办和心愿是各家自己的事，并不到别人的单里。',
  WAITED_ENOUGH: '等居民回话的时候用完了，先接着办，或者打个电话问。',
  OWN_ORDER: '这是您自己点的单，得请别人来。',
  REQUESTER_CONFIRMS: '居民自己有微信，办好没办好由居民本人点头。',
  UNINVOLVED_NEEDED: '您经手过这张单，请没经手的网格员、网格长或支委打电话问。',
  BEFORE_SATURDAY: '微心愿红色星期六送，到那天再来结单。',
  HEAD_FIRST: '楼院长还没看，等他核实，到点没回话就到您这儿。',
  RULING_NEEDED: '这张单退回来几次了，等书记定。',
  CALL_NEEDED: '号码是自己填的，先打个电话，打通了再派人。',
  MEMBER_UNREACHABLE: '选的人现在联系不上，换一位。',
  EVIDENCE_NEEDED: '拍张照，或者填居民的四位码，再结单。',
  WRONG_CODE: '四位码对不上，请居民再念一遍。',
  CODE_USED_UP: '四位码试满了，不能再用。拍张照，或者打电话问过居民，写一句。',
  PHOTO_TOO_LARGE: '照片太大了，换一张小一点的，或者用微信再拍一张。',
  PHOTO_FORMAT: '这不是照片，换一张拍的照片。',
  PHOTO_HEIC: '苹果的高效格式认不了，截个屏，或把相机改成兼容格式再拍。',
  PHOTO_UNREADABLE: '照片打不开，换一张，或者再拍一张。',
  PHOTO_REPEATED: '同一张照片传了两遍，去掉一张再交。',
  CONTENT_REFUSED: '这段话没通过审核，换个说法再交。',
  WORDS_WITHHELD: '要给大家看的话，社区还没点头。等看过，或者换个说法。',
  CONTENT_UNCHECKED: '还没审好，过一会儿再交。',
  TOO_MANY: '次数满了，过一会儿再来。',
  ALREADY_PRESENT: '有人同一时候在另一场也点了到，一回只记一次，改好再交。',
  PAIR_CAP_REACHED: '你们两位这个月一个点、一个签满了数，这次换个人来签。',
  MENTOR_FULL: '这位导师带满三名了，请另一位来带，或者先让一名不跟着他。',
  CODE_OFF: '支部没有开扫码签到，照旧点名就行。要开请找书记。',
  SIGN_CODE_REFUSED: '这不是这次活动的签到码，请扫主持人手机上的。',
  SIGN_CODE_OVER: '这个码过时了，请再扫一次，扫不上就请主持人点名。',
  OTHER_BRANCH_MEETING: '您不是本支部的。记成来听的，您的支部同意了才记分。',
  BRANCH_KNOWN: '这个名字的支部已经有了，换一个名字，或者直接用那一个。',
  OTHER_BRANCH: '这位党员不在这个支部。先把组织关系转过来，再来办。',
  HOLDS_POST: '这位党员还担着这个支部的职务。先免了职务，再转支部。',
  BRANCH_TOO_LARGE: '支部人数太多，一次活动记不下，请先分党小组再安排。',
  POLICY_INVALID: '社区的规矩有一条不成立，请书记先改好再来。',
  ACTIVITY_NOT_STARTED: '还没开始，等开了会再来点到。',
  ACTIVITY_CALLED_OFF: '这次活动取消了，谁的分都不动。',
  ACTIVITY_MARKED: '已经有人点了到，改不了时间。真没开成就取消，再排一次。',
  MARK_TOO_EARLY: '还早，开会前一小时起才能点到。先请假的可以记上。',
  ROLL_OPEN: '这一场的名单还没定下，等点完了、签完了再来。',
  NOBODY_MARKED: '一个人都没点，不等于没人来。先点名；没开成就取消。',
  LEAVE_WAITING: '还有人请假没答复，先答复再点完。',
  NOT_INVITED: '您不在哪个支部的名单里，请主持的人手点。',
  ACTIVITY_CLOSED: '名单点完了。没签字的，请签字的人退回来改；签了的走冲正。',
  ALREADY_REVERSED: '这一笔已经冲过了。',
  REDEMPTION_LINE: '换东西的账不单冲，到兑换那里退，分就回来。',
  SECOND_PERSON_NEEDED: '自己的事、自己提的、自己点的，得换一个人来定。',
  ALREADY_CONTESTED: '这一笔您提过了，支部怎么说，看那一行。',
  CONTEST_TOO_LATE: '这一笔过了提异议的日子，有话找支部书记说。',
  ALREADY_PROPOSED: '已经提过了，等人看过再说。',
  ALREADY_SETTLED: '刚有人定下了，回去看看怎么定的。',
  GRANT_CAP_REACHED: '提的人这个月手工记的分满了，少记几分，或者下个月再记。',
  REASON_TOO_SHORT: '事由至少写十个字，说清是哪一回事。',
  OPENED_ALREADY: '这一本的老存折余额转进来过了，不对就先提请冲正。',
  RATING_TOO_LATE: '打分过了能改的日子，还有话就给社区打个电话。',
  REVEAL_TOO_LATE: '这张单办结有些日子了，号码不再给看，有事请社区转告。',
  TRAIL_FULL: '来回太多次了，请书记来收尾。',
  OUT_OF_STOCK: '刚领完了，排个队，到货先问您。',
  LIMIT_REACHED: '这个月的份数满了，少要几个，或者下个月再来。',
  LIST_FULL: '已经满了，先去掉一样再添。',
  QUEUE_FULL: '候补的人满了，看看别的单。',
  CASE_FULL: '这件事记满了，先结了，再开一件接着记。',
  RECORD_FULL: '这一场人满了，看看别的，或者问站里能不能加一场。',
  RECORD_BEGUN: '这一场已经开始了，改不了了，看看别的。',
  POINTS_SHORT: '分不够，少要几个，或者攒一攒再来。',
  PRICE_CHANGED: '分值刚改过，看一眼新的再定。',
  VOUCHER_ENDED: '这张兑换码用过了，或者过期退回了，看一眼新的。',
  STOCK_CHANGED: '这样东西刚有人动过，看一眼新的再定。',
  COUNT_AGREES: '点的和账上一样，不用再改。',
  PLACE_CHANGED: '这个地方刚有人动过，看一眼新的再定。',
  PLACE_MISPLACED: '这一级放不到那儿，照网格、片区、街巷、院、户的次序另选。',
  PLACE_NOT_EMPTY: '底下还有地方，先把它们挪走或者关掉。',
  PLACE_LIVED_IN: '还有人登记住在这里，先把人挪到新的地方。',
  PLACE_HAS_HOLDER: '这里的职务还有人担着，先让他们卸下。',
  COLOUR_TAKEN: '这个颜色已经有网格用了，换一个颜色。',
  GRIDS_FULL: '一个社区最多二十个网格，先并掉一个。',
  PERSON_KNOWN: '这个号码登记着别人，看看是不是同一位，选好再确认。',
  VISITED_ALREADY: '这一天这一户您记过了，改个日子，或者不用再记。',
  NOT_ENROLLED: '还没报到上，等社区认了再来。',
  SETUP_CODE_REFUSED: '开通码对不上，或者过了一天，请管环境的人再发一个。',
  CLIENT_OUTDATED: '连心出了新版，重新打开一次再办，写好的还在。',
  BUSY: '这会儿人多，过一会儿再点一次。',
  INTERNAL: '我们这边出了点问题，过一会儿再试。',
  NETWORK: '网不通，连上网再点一次。',
};

export function refusal(code: ErrorCode): string {
  return sentences[code];
}

interface Refused {
  readonly code: ErrorCode;
  readonly retryAt?: string;
  readonly left?: number;
}

/** The same for an answer, which may say from when on it works again, or how many tries are left. */
export function refusalOf({ code, retryAt, left }: Refused): string {
  if (left !== undefined) return left > 0 ? `${sentences[code]}还能试 ${left} 次。` : sentences.CODE_USED_UP;
  return retryAt === undefined ? sentences[code] : `次数满了，${dayTime(retryAt)} 以后再来。`;
}

/** Who hurries an order a second time too early hears from when on. */
export function remindedAlready(retryAt: string): string {
  return `刚催过，${dayTime(retryAt)} 以后可以再催。`;
}

/** Before anything was typed nothing was saved, and nothing can be put right. */
const whileLoading: Partial<Record<ErrorCode, string>> = {
  INVALID_INPUT: '这一页打不开了，回去看看别的。',
  BUSY: '这会儿人多，过一会儿再试。',
  NETWORK: '网不通，连上网再试一次。',
};

/** For a page that could not be shown. */
export function loadingRefusal(code: ErrorCode): string {
  return whileLoading[code] ?? sentences[code];
}

const staleLines: Partial<Record<ErrorCode, string>> = {
  NETWORK: '没连上网，下面是刚才的',
  BUSY: '这会儿人多，下面是刚才的',
};

/** Over what stands there although it could not be read again. */
export function staleLine(code: ErrorCode): string {
  return staleLines[code] ?? '没取到新的，下面是刚才的';
}
