import type { EndpointName } from '../../../miniprogram/contracts/api';

/**
 * Who may read what somebody typed, by what they are to it. Beside these, whoever typed it has read it. Of a private
 * order, `staff` are the grid worker and the secretary alone, and whoever is neither a party nor staff reads nothing.
 */
export const textReaders = [
  'requester',
  'assignee',
  /** Asked to help, and has not answered. */
  'offered',
  /** Was asked to help before: said no, gave it back, or somebody else was faster. */
  'asked',
  /** Members who may take a wish from the pool. */
  'pool',
  'joined',
  /** Verified people of the courtyard, to whom an order like their own is shown: the title, not the whole. */
  'neighbours',
  /** Look after the place without working on its orders. */
  'observers',
  /** Answers complaints: the secretary; of those about who leads, the inspector. */
  'complaintReceiver',
  /** Go from door to door there: lane chief, courtyard head, grid worker, grid leader. */
  'visitors',
  /** Work on the orders of the place. */
  'staff',
  /** May open an activity of their branch. */
  'branch',
  /** Keep the branch. Of help: whoever helps, too. */
  'branchKeepers',
  /** Keep the activities of the branch, or look them through. */
  'activityKeepers',
  /** Whose book, whose registration, or whose record it is. */
  'subject',
  /** Committee and secretary, who keep the books, and the signs. */
  'bookkeepers',
  /** Whoever speaks for the employer of the member whom it is about. */
  'employers',
  /** Bookkeepers and the inspector. */
  'bookReaders',
  /** Bookkeepers, the inspector and the administrator. */
  'branchReaders',
  /** Work in any grid of the community, and hand over what is on the shelf. */
  'stockKeepers',
  /** Whoever is signed in and lives or works in the community; not the administrator. */
  'residents',
  /** Whoever is signed in, in the community. */
  'signedIn',
  /** Everybody, visitors and people of other communities too. */
  'everybody',
] as const;
export type TextReader = (typeof textReaders)[number];

/** What tells of the trouble itself, in the order and in lists. */
const troubleReaders = [
  'requester',
  'assignee',
  'offered',
  'asked',
  'joined',
  'observers',
  'staff',
] as const satisfies readonly TextReader[];
/** What is on record between the two sides of an order. */
const recordReaders = ['requester', 'assignee', 'offered', 'staff'] as const satisfies readonly TextReader[];
const closingReaders = ['requester', 'assignee', 'staff'] as const satisfies readonly TextReader[];
const ordered = [...troubleReaders, 'pool', 'neighbours'] as const satisfies readonly TextReader[];

/**
 * Every field of an endpoint that takes a sentence → who reads it. A path of keys follows the endpoint's name. An empty
 * list: it is stored for the record or compared with others, and no page shows it.
 */
export const freeTexts = {
  'order.create.words': ordered,
  'order.intake.words': ordered,
  'order.findDuplicates.words': [],
  'order.findSimilar.words': [],
  'order.search.words': [],
  'order.dispatch.note': ['assignee', 'offered', 'staff'],
  'order.decline.note': ['staff'],
  'order.release.note': ['staff'],
  'order.appealNoShow.words': ['subject', 'staff'],
  'order.ruleNoShow.reason': ['subject', 'staff'],
  'order.complete.evidence.note': recordReaders,
  'order.confirm.words': closingReaders,
  'order.changeRating.words': closingReaders,
  'order.reopen.words': recordReaders,
  'order.cancel.note': closingReaders,
  'order.refuse.note': closingReaders,
  'order.reclassify.wish.words': [...troubleReaders, 'pool'],
  'order.reclassify.note': recordReaders,
  'order.relocate.note': recordReaders,
  'order.transfer.to': troubleReaders,
  'order.transfer.note': closingReaders,
  'order.recordAnswer.answer': troubleReaders,
  'order.askRequester.words': recordReaders,
  'order.answerQuestion.words': recordReaders,
  'order.removeHelper.reason': ['subject', 'staff'],
  'order.moderate.words': ['subject', 'staff'],
  'order.appealHidden.words': ['subject', 'staff'],
  'complaint.make.words': ['subject', 'complaintReceiver'],
  'complaint.answer.words': ['subject', 'complaintReceiver'],
  'visit.record.note': ['visitors'],
  'residence.decide.reason': ['subject', 'staff'],
  'activity.create.title': ['branch'],
  'activity.create.placeName': ['branch'],
  'activity.mark.marks.0.reason': ['subject', 'activityKeepers'],
  'activity.sign.reason': ['activityKeepers'],
  'activity.askLeave.reason': ['subject', 'activityKeepers'],
  'activity.move.placeName': ['branch'],
  'activity.callOff.reason': ['branch'],
  'help.recordVisit.policy': ['subject', 'branchKeepers'],
  'help.recordVisit.needs': ['subject', 'branchKeepers'],
  'help.openCase.words': ['subject', 'branchKeepers'],
  'help.addNote.words': ['subject', 'branchKeepers'],
  'help.closeCase.words': ['subject', 'branchKeepers'],
  'branch.create.name': ['branchReaders'],
  'branch.proposeTransfer.reason': ['bookkeepers'],
  'branch.setMember.reason': ['bookkeepers'],
  'card.reissue.reason': [],
  'card.revoke.reason': [],
  'place.create.name': ['everybody'],
  'place.save.name': ['everybody'],
  'passbook.contest.words': ['subject', 'bookkeepers'],
  'passbook.uphold.reason': ['subject', 'bookkeepers'],
  'passbook.proposeReversal.reason': ['subject', 'bookReaders'],
  'passbook.signReversal.reason': ['subject', 'bookkeepers'],
  'passbook.proposeGrant.reason': ['subject', 'bookReaders'],
  'passbook.signGrant.reason': ['bookReaders'],
  'passbook.closeAlarm.reason': ['bookReaders'],
  'review.remark.words': ['subject', 'bookReaders'],
  'review.sendNote.words': ['subject', 'bookReaders', 'employers'],
  'recognition.approveCommendation.reason': ['bookReaders'],
  'recognition.thank.words': ['residents'],
  'recognition.decideThanks.words': ['residents'],
  'person.find.words': [],
  'import.start.fileName': ['subject'],
  'export.start.reason': [],
  'person.refuseChange.reason': ['subject'],
  'person.requestErasure.reason': ['subject', 'bookkeepers'],
  'policy.change.reason': ['bookReaders'],
  'policy.saveCategory.category.checklist.0': ['everybody'],
  'policy.saveCategory.reason': ['bookReaders'],
  'team.change.name': ['signedIn'],
  'reward.saveGood.name': ['signedIn'],
  'reward.saveGood.reason': ['stockKeepers'],
  'reward.count.reason': ['stockKeepers'],
  'reward.refuse.reason': ['subject', 'bookReaders'],
  'station.changeHours.hours.note': ['everybody'],
  'station.report.words': troubleReaders,
  'station.handOverSign.receivedBy': ['bookkeepers'],
  'site.addRecord.words': ['residents'],
  'enrolment.decide.reason': ['subject', 'staff'],
} as const satisfies Readonly<Partial<Record<`${EndpointName}.${string}`, readonly TextReader[]>>>;
export type FreeText = keyof typeof freeTexts;
