/**
 * 现在能做的: every step of an application in plain words, in the order of the page. The one table
 * for the case page, the form and the inbox.
 */
import type { ActionName } from '../../../typings/wire'

/** Steps that people at work take; what only the clock or the public does is not among them. */
export type StepName = Extract<
  ActionName<'case'>,
  | 'accept'
  | 'notifySupplement'
  | 'acceptConditionally'
  | 'supplement'
  | 'refuse'
  | 'withdrawLate'
  | 'progress'
  | 'suspend'
  | 'resume'
  | 'requestExtension'
  | 'answerExtension'
  | 'requestTransfer'
  | 'answerTransfer'
  | 'assign'
  | 'signFor'
  | 'setPriority'
  | 'declareConflict'
  | 'opine'
  | 'answerOpinion'
  | 'markDeceased'
  | 'authorise'
  | 'takeOriginals'
  | 'returnOriginals'
  | 'carry'
  | 'forward'
  | 'externalUpdate'
  | 'survey'
  | 'publicize'
  | 'branchDecide'
  | 'decide'
  | 'deliver'
  | 'complete'
  | 'reopen'
  | 'ask'
  | 'urge'
  | 'withdraw'
>

export type StepGroup = 'intake' | 'work' | 'proxy' | 'joint' | 'result' | 'speak'

/** In the order of the page. */
export const STEP_GROUPS: Readonly<Record<StepGroup, string>> = {
  intake: '收件',
  work: '办理',
  proxy: '代理',
  joint: '联合',
  result: '结果',
  speak: '说话',
}

export interface StepWords {
  readonly group: StepGroup
  readonly verb: string
  /** What happens then, for whom. */
  readonly consequence: string
  readonly icon: string
  /** Word on the button that sends it. */
  readonly send: string
  /** What was done, for the inbox: `受理了`. */
  readonly done: string
}

export const STEP_WORDS: Readonly<Record<StepName, StepWords>> = {
  accept: {
    group: 'intake',
    verb: '受理',
    consequence: '从今天起算时间，群众马上看到',
    icon: 'check-circle',
    send: '受理',
    done: '受理了',
  },
  notifySupplement: {
    group: 'intake',
    verb: '缺材料，一次告诉他',
    consequence: '差的一次写全，群众马上看到单子',
    icon: 'file',
    send: '就这样告诉他',
    done: '告诉他了',
  },
  acceptConditionally: {
    group: 'intake',
    verb: '容缺受理',
    consequence: '先办着，写明哪天补、不补怎样',
    icon: 'hourglass',
    send: '先受理',
    done: '先受理了',
  },
  supplement: {
    group: 'intake',
    verb: '收他补来的材料',
    consequence: '当面收下，单子上划掉',
    icon: 'add',
    send: '收下了',
    done: '收下了',
  },
  refuse: {
    group: 'intake',
    verb: '不受理',
    consequence: '写明原因，该找哪里',
    icon: 'error-circle',
    send: '不受理，告诉他',
    done: '没受理',
  },
  withdrawLate: {
    group: 'intake',
    verb: '他不办了，按没补撤回',
    consequence: '先和他说过话才行，30天内还能接着办',
    icon: 'close',
    send: '撤回',
    done: '撤回了',
  },
  progress: {
    group: 'work',
    verb: '记一次办理情况',
    consequence: '群众马上看到',
    icon: 'edit',
    send: '记下来',
    done: '记下了',
  },
  suspend: {
    group: 'work',
    verb: '停算时间',
    consequence: '只有法律写明的几样能停，书面告诉他',
    icon: 'hourglass',
    send: '停算',
    done: '停算了',
  },
  resume: {
    group: 'work',
    verb: '接着算时间',
    consequence: '从今天起接着算',
    icon: 'time',
    send: '接着算',
    done: '接着算了',
  },
  requestExtension: {
    group: 'work',
    verb: '报延期',
    consequence: '乡长批，只能一次，加10个工作日',
    icon: 'time',
    send: '报上去',
    done: '报上去了',
  },
  answerExtension: {
    group: 'work',
    verb: '批延期',
    consequence: '批了群众马上看到原因',
    icon: 'time',
    send: '就这样定',
    done: '批过了',
  },
  requestTransfer: {
    group: 'work',
    verb: '不归我们，请别的部门接手',
    consequence: '他们接了才算转，没接还是我们管',
    icon: 'swap',
    send: '请他们接手',
    done: '请过了',
  },
  answerTransfer: {
    group: 'work',
    verb: '接不接手',
    consequence: '接了就归我们，不接站长来定',
    icon: 'swap',
    send: '就这样答复',
    done: '答复了',
  },
  assign: {
    group: 'work',
    verb: '指定谁来办',
    consequence: '转办、协办站长说了算',
    icon: 'user-add',
    send: '定下来',
    done: '定了',
  },
  signFor: {
    group: 'work',
    verb: '签收',
    consequence: '表示看到了，我来办',
    icon: 'check',
    send: '签收',
    done: '签收了',
  },
  setPriority: {
    group: 'work',
    verb: '优先办',
    consequence: '写明原因，谁都看得到',
    icon: 'flag',
    send: '优先办',
    done: '优先了',
  },
  declareConflict: {
    group: 'work',
    verb: '我要回避',
    consequence: '是亲戚、有来往的，换人来办',
    icon: 'user',
    send: '申报回避',
    done: '报过回避了',
  },
  opine: {
    group: 'work',
    verb: '提意见',
    consequence: '办的人要回复，不回复不能办结',
    icon: 'chat-double',
    send: '提出来',
    done: '提了',
  },
  answerOpinion: {
    group: 'work',
    verb: '回复领导意见',
    consequence: '不回复不能办结',
    icon: 'chat-double',
    send: '回复',
    done: '回复了',
  },
  markDeceased: {
    group: 'work',
    verb: '申请人过世了',
    consequence: '不再发消息，家里人接着办',
    icon: 'heart',
    send: '记下来',
    done: '记下了',
  },
  authorise: {
    group: 'proxy',
    verb: '办委托',
    consequence: '签字拍照，或者按手印找两个见证人',
    icon: 'file',
    send: '办好委托',
    done: '委托好了',
  },
  takeOriginals: {
    group: 'proxy',
    verb: '收原件',
    consequence: '收了哪几样写下来，还的时候签收',
    icon: 'lock-on',
    send: '收下了',
    done: '收了原件',
  },
  returnOriginals: {
    group: 'proxy',
    verb: '还原件',
    consequence: '当面还，他签收',
    icon: 'lock-on',
    send: '还了',
    done: '还了原件',
  },
  carry: {
    group: 'proxy',
    verb: '材料送到乡里了',
    consequence: '交给部门，这一步就算完',
    icon: 'file',
    send: '送到了',
    done: '送到了',
  },
  forward: {
    group: 'proxy',
    verb: '送上级',
    consequence: '记交到哪里、回执号、哪天有结果',
    icon: 'map-location',
    send: '记下来',
    done: '送上级了',
  },
  externalUpdate: {
    group: 'proxy',
    verb: '记上级进度',
    consequence: '补回执号、改日子、记结果',
    icon: 'map-location',
    send: '记下来',
    done: '记下了',
  },
  survey: {
    group: 'joint',
    verb: '联合踏勘',
    consequence: '一次看完，至少两名干部去',
    icon: 'location',
    send: '记下来',
    done: '踏勘记下了',
  },
  publicize: {
    group: 'joint',
    verb: '公示',
    consequence: '只写法律要求公开的几项',
    icon: 'notification',
    send: '开始公示',
    done: '公示了',
  },
  branchDecide: {
    group: 'joint',
    verb: '出部门意见',
    consequence: '同意，或者不同意写明原因',
    icon: 'chat-double',
    send: '就这样出',
    done: '意见出了',
  },
  decide: {
    group: 'result',
    verb: '写答复，出结果',
    consequence: '群众马上看到答复，写了不能改',
    icon: 'chat-double',
    send: '就这样答复',
    done: '答复了',
  },
  deliver: {
    group: 'result',
    verb: '结果送到',
    consequence: '谁领的，怎么送的',
    icon: 'check',
    send: '送到了',
    done: '送到了',
  },
  complete: {
    group: 'result',
    verb: '办结',
    consequence: '这件办完，请群众评一次',
    icon: 'task',
    send: '办结',
    done: '办结了',
  },
  reopen: {
    group: 'result',
    verb: '重新办',
    consequence: '没办好的接着办，时间从今天算',
    icon: 'refresh',
    send: '重新办',
    done: '重新办了',
  },
  ask: {
    group: 'speak',
    verb: '替群众问一句',
    consequence: '记在这件事里，谁在办谁收到',
    icon: 'chat-double',
    send: '问',
    done: '问了',
  },
  urge: {
    group: 'speak',
    verb: '催一下',
    consequence: '谁在办谁收到，一天一次',
    icon: 'notification',
    send: '催一下',
    done: '催了',
  },
  withdraw: {
    group: 'speak',
    verb: '他不办了，撤回',
    consequence: '这件就停了，原件还他',
    icon: 'close',
    send: '撤回',
    done: '撤回了',
  },
}

/** The step that brings a matter further, before those that only tell; the most waited for first. */
const FORWARD: readonly StepName[] = [
  'answerTransfer',
  'answerExtension',
  'carry',
  'accept',
  'branchDecide',
  'decide',
  'complete',
]

export const mainStep = (allowed: readonly string[]): StepName | '' =>
  FORWARD.find((step) => allowed.includes(step)) ?? ''

export const isStep = (text: string): text is StepName => text in STEP_WORDS
