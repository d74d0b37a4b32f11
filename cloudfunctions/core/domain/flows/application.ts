/**
 * 申请件: what most of the catalogue is, direct, carried to the county (proxy) or approved jointly.
 * The villager hands in, the department looks, accepts, works, decides with a reply, hands over,
 * completes. 事事有答复: nothing is completed without a reply.
 *
 * Sources: 行政许可法 32 (receipt, one notice), 42 (extension), 44 (delivery), 45 (what stops the
 * clock); the rest are the township's own rules.
 */
import type { ApplicationFacts } from './application-guards'
import * as guard from './application-guards'
import type { Flow, FlowRow } from './flow'

export type { ApplicationFacts }

export const APPLICATION_STATES = {
  received: '已收到',
  supplement: '等补材料',
  accepted: '已受理',
  in_progress: '正在办',
  suspended: '停算时间',
  decided: '有结果了',
  delivered: '送到了',
  completed: '办结',
  refused: '没受理',
  withdrawn: '撤回了',
} as const

export type ApplicationState = keyof typeof APPLICATION_STATES

export const APPLICATION_ACTIONS = {
  signFor: '签收',
  accept: '受理',
  acceptConditionally: '容缺受理',
  notifySupplement: '一次告知要补什么',
  supplement: '补材料',
  refuse: '不受理',
  withdraw: '撤回',
  withdrawLate: '按没补处理',
  assign: '指定谁来办',
  progress: '记办理情况',
  suspend: '停算时间',
  resume: '接着算时间',
  forward: '送上级',
  externalUpdate: '记上级进度',
  requestTransfer: '请别的部门接手',
  answerTransfer: '答复接不接手',
  requestExtension: '报延期',
  answerExtension: '批延期',
  survey: '联合踏勘',
  publicize: '公示',
  object: '提异议',
  branchDecide: '部门出意见',
  setPriority: '优先办',
  declareConflict: '申报回避',
  opine: '提意见',
  answerOpinion: '回复领导意见',
  authorise: '委托代办',
  takeOriginals: '收原件',
  returnOriginals: '还原件',
  carry: '材料送到乡里',
  markDeceased: '申请人过世',
  decide: '写答复、出结果',
  deliver: '送达',
  complete: '办结',
  reopen: '重新办',
  ask: '问一句',
  urge: '催一下',
  deemAccept: '视为受理',
  escalate: '提醒替岗的人',
  proposeWithdrawal: '问要不要撤回',
  remind: '到日子提醒',
  endPublicity: '公示结束',
  reckon: '重新算日子',
  called: '打过电话',
} as const

export type ApplicationAction = keyof typeof APPLICATION_ACTIONS

type Row = FlowRow<ApplicationState, ApplicationAction, ApplicationFacts>

/** Before the clock of the commitment runs. */
const INTAKE = ['received', 'supplement'] as const
const WORKING = ['accepted', 'in_progress'] as const
const OPEN = [...INTAKE, ...WORKING, 'suspended', 'decided', 'delivered'] as const
const UNDECIDED = [...INTAKE, ...WORKING, 'suspended'] as const

/** 收件: looked at, one notice of what is missing, accepted or refused. */
const INTAKE_ROWS: readonly Row[] = [
  { from: UNDECIDED, action: 'signFor', by: ['handler'], effects: ['take'] },
  {
    from: ['received'],
    action: 'accept',
    to: 'accepted',
    by: ['handler'],
    effects: ['take', 'clock:start', 'tell:applicant', 'tell:partners'],
  },
  {
    from: ['supplement'],
    action: 'accept',
    to: 'accepted',
    by: ['handler'],
    guard: guard.nothingMissing,
    effects: ['take', 'clock:start', 'tell:applicant', 'tell:partners'],
  },
  {
    from: INTAKE,
    action: 'acceptConditionally',
    to: 'accepted',
    by: ['handler'],
    effects: ['take', 'clock:start', 'tell:applicant', 'tell:partners'],
  },
  {
    from: ['received'],
    action: 'notifySupplement',
    to: 'supplement',
    by: ['handler'],
    guard: guard.firstNotice,
    effects: ['take', 'tell:applicant'],
  },
  {
    from: INTAKE,
    action: 'notifySupplement',
    to: 'supplement',
    by: ['handler'],
    guard: guard.withException,
    effects: ['take', 'tell:applicant', 'tell:supervisor'],
  },
  // Once accepted the clock runs on, whatever is still asked for.
  {
    from: WORKING,
    action: 'notifySupplement',
    by: ['handler'],
    guard: guard.exceptionOnceAccepted,
    effects: ['take', 'tell:applicant', 'tell:supervisor'],
  },
  {
    from: ['supplement'],
    action: 'supplement',
    to: 'received',
    by: ['owner', 'agent', 'handler'],
    guard: guard.nothingMissing,
    effects: ['tell:holder'],
  },
  { from: ['supplement'], action: 'supplement', by: ['owner', 'agent', 'handler'] },
  {
    from: [...WORKING, 'suspended'],
    action: 'supplement',
    by: ['owner', 'agent', 'handler'],
    effects: ['tell:holder'],
  },
  {
    from: ['withdrawn'],
    action: 'supplement',
    to: 'received',
    by: ['owner', 'agent', 'handler'],
    guard: guard.all(guard.withinResumption, guard.nothingMissing),
    effects: ['reopen', 'tell:holder'],
  },
  {
    from: ['withdrawn'],
    action: 'supplement',
    to: 'supplement',
    by: ['owner', 'agent', 'handler'],
    guard: guard.withinResumption,
    effects: ['reopen', 'tell:holder'],
  },
  {
    from: INTAKE,
    action: 'refuse',
    to: 'refused',
    by: ['handler'],
    guard: guard.replyRequired,
    effects: ['take', 'close', 'tell:applicant'],
  },
  {
    from: ['received'],
    action: 'deemAccept',
    to: 'accepted',
    by: ['system'],
    effects: ['clock:start', 'tell:applicant', 'tell:holder', 'tell:leader'],
  },
  { from: ['received'], action: 'escalate', by: ['system'], effects: ['tell:post-b'] },
  { from: ['received'], action: 'called', by: ['leader'], guard: guard.unopened },
  { from: ['supplement'], action: 'proposeWithdrawal', by: ['system'], effects: ['tell:holder'] },
  {
    from: ['supplement'],
    action: 'withdrawLate',
    to: 'withdrawn',
    by: ['handler'],
    guard: guard.lateAndSpoken,
    effects: ['take', 'close', 'tell:applicant'],
  },
  {
    from: UNDECIDED,
    action: 'withdraw',
    to: 'withdrawn',
    by: ['owner', 'agent'],
    effects: ['close', 'tell:holder'],
  },
]

/** 办理: work, the time it may take, who has it. */
const WORK_ROWS: readonly Row[] = [
  {
    from: WORKING,
    action: 'progress',
    to: 'in_progress',
    by: ['handler', 'agent', 'partner'],
    effects: ['tell:applicant'],
  },
  {
    from: WORKING,
    action: 'suspend',
    to: 'suspended',
    by: ['handler'],
    effects: ['take', 'clock:pause', 'tell:applicant'],
  },
  {
    from: ['suspended'],
    action: 'resume',
    to: 'in_progress',
    by: ['handler'],
    effects: ['take', 'clock:resume', 'tell:applicant'],
  },
  {
    from: WORKING,
    action: 'requestExtension',
    by: ['handler'],
    guard: guard.notExtended,
    effects: ['tell:head'],
  },
  {
    from: WORKING,
    action: 'answerExtension',
    by: ['head'],
    guard: guard.all(guard.extensionAsked, guard.granted),
    effects: ['tell:applicant', 'tell:holder'],
  },
  // 没批: for the villager no day changes, so there is no news.
  {
    from: WORKING,
    action: 'answerExtension',
    by: ['head'],
    guard: guard.extensionAsked,
    effects: ['tell:holder'],
  },
  {
    from: [...INTAKE, ...WORKING],
    action: 'requestTransfer',
    by: ['handler'],
    guard: guard.noTransferOpen,
    effects: ['tell:receiver'],
  },
  {
    from: [...INTAKE, ...WORKING],
    action: 'answerTransfer',
    by: ['receiver'],
    guard: guard.transferAsked,
    effects: ['tell:applicant', 'tell:holder', 'tell:leader'],
  },
  {
    from: UNDECIDED,
    action: 'assign',
    by: ['leader'],
    effects: ['release', 'tell:applicant', 'tell:unit', 'tell:partners'],
  },
  { from: UNDECIDED, action: 'setPriority', by: ['handler', 'leader'], effects: ['tell:holder'] },
  {
    from: UNDECIDED,
    action: 'declareConflict',
    by: ['handler'],
    effects: ['release', 'tell:unit', 'tell:leader'],
  },
  { from: OPEN, action: 'opine', by: ['leader'], effects: ['tell:holder'] },
  {
    from: OPEN,
    action: 'answerOpinion',
    by: ['handler'],
    guard: guard.opinionOpen,
    effects: ['take', 'tell:leader'],
  },
  { from: OPEN, action: 'remind', by: ['system'], effects: ['tell:holder'] },
  // The words are there only when a date changes that somebody was told.
  { from: OPEN, action: 'reckon', by: ['system'], effects: ['tell:applicant', 'tell:holder'] },
]

/** 代理: carried to the county and back; papers and originals on the way. */
const PROXY_ROWS: readonly Row[] = [
  {
    from: OPEN,
    action: 'authorise',
    by: ['owner', 'agent', 'handler'],
    guard: guard.notAuthorised,
  },
  { from: OPEN, action: 'takeOriginals', by: ['agent', 'handler'], effects: ['tell:applicant'] },
  {
    from: OPEN,
    action: 'returnOriginals',
    by: ['agent', 'handler'],
    guard: guard.originalsHeld,
    effects: ['tell:applicant'],
  },
  {
    from: OPEN,
    action: 'carry',
    by: ['agent'],
    guard: guard.stillCarrying,
    effects: ['tell:holder'],
  },
  {
    from: WORKING,
    action: 'forward',
    to: 'in_progress',
    by: ['handler', 'agent'],
    effects: ['tell:applicant'],
  },
  {
    from: WORKING,
    action: 'externalUpdate',
    to: 'in_progress',
    by: ['handler', 'agent'],
    guard: guard.externalRunning,
    effects: ['tell:applicant'],
  },
]

/** 联合审批: one survey, one public notice, every department's opinion. */
const JOINT_ROWS: readonly Row[] = [
  {
    from: WORKING,
    action: 'survey',
    to: 'in_progress',
    by: ['handler', 'partner'],
    guard: guard.isJoint,
    effects: ['tell:applicant', 'tell:partners'],
  },
  {
    from: WORKING,
    action: 'publicize',
    to: 'in_progress',
    by: ['handler'],
    guard: guard.isJoint,
    effects: ['tell:applicant'],
  },
  {
    from: WORKING,
    action: 'branchDecide',
    to: 'in_progress',
    by: ['partner'],
    guard: guard.branchOpen,
    effects: ['tell:holder'],
  },
  {
    from: WORKING,
    action: 'object',
    by: ['public'],
    guard: guard.publicityRunning,
    effects: ['tell:holder'],
  },
  { from: OPEN, action: 'endPublicity', by: ['system'], effects: ['tell:holder'] },
]

/** 结果: decided with a reply, handed over, completed; reopened within 30 days. */
const RESULT_ROWS: readonly Row[] = [
  {
    from: WORKING,
    action: 'decide',
    to: 'decided',
    by: ['handler'],
    guard: guard.all(guard.replyRequired, guard.jointComplete),
    effects: ['take', 'clock:stop', 'tell:applicant'],
  },
  {
    from: ['decided'],
    action: 'deliver',
    to: 'delivered',
    by: ['handler', 'agent'],
    effects: ['tell:applicant'],
  },
  {
    from: ['decided', 'delivered'],
    action: 'complete',
    to: 'completed',
    by: ['handler'],
    guard: guard.all(guard.replyRequired, guard.leadersAnswered, guard.originalsReturned),
    effects: ['take', 'close', 'tell:applicant'],
  },
  {
    from: ['completed'],
    action: 'reopen',
    to: 'in_progress',
    by: ['owner', 'agent', 'handler'],
    guard: guard.withinReopening,
    effects: ['clock:start', 'reopen', 'tell:holder'],
  },
  {
    from: OPEN,
    action: 'markDeceased',
    by: ['handler', 'agent'],
    guard: guard.notDeceased,
    effects: ['tell:holder'],
  },
]

/** Whoever handed it in may ask and urge as long as it is open; nothing moves by it. */
const SPEAK_UP: readonly Row[] = (['ask', 'urge'] as const).map((action) => ({
  from: OPEN,
  action,
  by: ['owner', 'agent'] as const,
  effects: ['tell:holder'] as const,
}))

export const APPLICATION: Flow<ApplicationState, ApplicationAction, ApplicationFacts> = {
  name: '申请件',
  states: APPLICATION_STATES,
  actions: APPLICATION_ACTIONS,
  initial: 'received',
  final: ['completed', 'refused', 'withdrawn'],
  rows: [...INTAKE_ROWS, ...WORK_ROWS, ...PROXY_ROWS, ...JOINT_ROWS, ...RESULT_ROWS, ...SPEAK_UP],
}
