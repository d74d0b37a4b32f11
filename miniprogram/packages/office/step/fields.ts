/**
 * 每一步要填什么: the one table of the form. A field is drawn and checked by its kind; `when` shows
 * it only beside a certain choice. Limits are those of the functions.
 */
import type { StepName } from '../actions'
import { PAUSE_GROUNDS } from '../../../shared/pause-grounds'
import type { TemplateSet } from './templates'

interface Asked {
  readonly name: string
  readonly ask: string
  /** Shown only when that choice was made. */
  readonly when?: { readonly name: string; readonly is: string }
  readonly optional?: true
}

export interface TextField extends Asked {
  readonly kind: 'text' | 'line'
  readonly hint: string
  readonly most: number
  /** Sentences to tap and edit. */
  readonly templates?: TemplateSet
  /** `names`: 甲、乙; `pairs`: 一行一样，`名称：内容`. */
  readonly as?: 'names' | 'pairs' | 'number'
  readonly least?: number
  /** Only once the one notice was given. */
  readonly again?: true
}

export interface ChoiceField extends Asked {
  readonly kind: 'choice'
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** One of what the matter holds: a department, a step at the county, an opinion. */
export interface PickField extends Asked {
  readonly kind: 'pick'
  readonly from: 'units' | 'external' | 'opinions'
}

/** Several of what the matter holds; `reasons` asks for one each. */
export interface TickField extends Asked {
  readonly kind: 'ticks'
  readonly from: 'materials' | 'missing' | 'originals'
  readonly reasons?: true
}

export interface OtherField extends Asked {
  readonly kind: 'date' | 'time' | 'photo'
}

export type Field = TextField | ChoiceField | PickField | TickField | OtherField

const why = (ask: string, hint: string, most = 300): TextField => ({
  kind: 'text',
  name: 'reason',
  ask,
  hint,
  most,
})

const day = (name: string, ask: string): OtherField => ({ kind: 'date', name, ask })

const APPROVE_OR_REFUSE = (yes: string, no: string) =>
  [
    { value: 'approve', text: yes },
    { value: 'refuse', text: no },
  ] as const

const yesOrNo = (name: string, ask: string, yes: string, no: string): ChoiceField => ({
  kind: 'choice',
  name,
  ask,
  options: [
    { value: 'yes', text: yes },
    { value: 'no', text: no },
  ],
})

export const STEP_FIELDS: Readonly<Record<StepName, readonly Field[]>> = {
  signFor: [],
  carry: [],
  complete: [],
  urge: [],
  accept: [
    {
      kind: 'text',
      name: 'text',
      ask: '有话要说就写，不写也行',
      hint: '如：材料看过了，齐的',
      most: 500,
      optional: true,
      templates: 'accept',
    },
  ],
  notifySupplement: [
    {
      kind: 'ticks',
      name: 'papers',
      ask: '差哪几样？每样写清为什么',
      from: 'materials',
      reasons: true,
      optional: true,
    },
    {
      kind: 'text',
      name: 'others',
      ask: '单子上没有的，一行写一样（没有就不写）',
      hint: '如：村里的证明：写明住了几年',
      most: 500,
      as: 'pairs',
      optional: true,
    },
    {
      kind: 'text',
      name: 'exception',
      ask: '这几样是后来才要的。为什么当时没法知道？会告诉监督',
      hint: '如：报上去后县里改了规定',
      most: 300,
      optional: true,
      again: true,
    },
  ],
  acceptConditionally: [
    { kind: 'ticks', name: 'papers', ask: '哪几样以后补？', from: 'materials' },
    day('dueOn', '哪天前补'),
    {
      kind: 'text',
      name: 'consequence',
      ask: '不补怎样？',
      hint: '如：证先不发，补齐再给',
      most: 200,
    },
  ],
  supplement: [{ kind: 'ticks', name: 'papers', ask: '收到了哪几样？', from: 'missing' }],
  refuse: [
    why('为什么不受理？', '如：这事归派出所办'),
    {
      kind: 'text',
      name: 'whereTo',
      ask: '该找哪里？写清地方和电话',
      hint: '如：派出所，在大厅对面',
      most: 200,
    },
  ],
  withdrawLate: [
    {
      kind: 'text',
      name: 'spokeWith',
      ask: '和谁说的，怎么说的？',
      hint: '如：打给他儿子，说不办了',
      most: 200,
    },
  ],
  progress: [
    {
      kind: 'text',
      name: 'text',
      ask: '办了什么？写清谁、做了什么',
      hint: '如：今天上门看了，情况属实',
      most: 500,
      templates: 'progress',
    },
  ],
  suspend: [
    {
      kind: 'choice',
      name: 'ground',
      ask: '因为什么停算？法律只许这几样',
      options: PAUSE_GROUNDS.map((ground) => ({ value: ground, text: ground })),
    },
    {
      kind: 'line',
      name: 'document',
      ask: '告知书的编号',
      hint: '如：新政告〔2026〕3号',
      most: 60,
    },
    day('expectedOn', '预计哪天接着办'),
  ],
  resume: [
    {
      kind: 'text',
      name: 'text',
      ask: '有话要说就写，不写也行',
      hint: '如：鉴定出来了',
      most: 300,
      optional: true,
    },
  ],
  requestExtension: [why('为什么办不完？', '如：下雪封了路，踏勘上不去')],
  answerExtension: [
    yesOrNo('grant', '批不批？', '批，加10天', '不批'),
    {
      kind: 'text',
      name: 'text',
      ask: '有话要说就写，不写也行',
      hint: '如：抓紧办，别再拖',
      most: 300,
      optional: true,
    },
  ],
  requestTransfer: [
    { kind: 'pick', name: 'toUnit', ask: '归哪个部门？', from: 'units' },
    why('为什么归他们？', '如：这是医保报销，归医保站'),
  ],
  answerTransfer: [
    yesOrNo('accept', '接不接？', '接手', '不接'),
    {
      ...why('为什么不接？站长看了好定', '如：这户归县里直管'),
      when: { name: 'accept', is: 'no' },
    },
  ],
  assign: [
    { kind: 'pick', name: 'toUnit', ask: '归哪个部门？', from: 'units' },
    {
      kind: 'line',
      name: 'task',
      ask: '只要他们帮一样，写帮什么（不写就全归他们）',
      hint: '如：看看宅基地的边界',
      most: 100,
      optional: true,
    },
    why('为什么这样定？', '如：房子在林地边上'),
  ],
  setPriority: [why('为什么优先？', '如：等着住院交钱', 100)],
  declareConflict: [why('为什么要回避？', '如：他是我舅舅', 200)],
  opine: [
    {
      kind: 'text',
      name: 'text',
      ask: '什么意见？办的人要回复',
      hint: '如：老人一个人住，上门去办',
      most: 500,
    },
  ],
  answerOpinion: [
    { kind: 'pick', name: 'n', ask: '回复哪一条？', from: 'opinions' },
    { kind: 'text', name: 'text', ask: '怎么回复？', hint: '如：明天上门，后天回话', most: 500 },
  ],
  markDeceased: [
    {
      kind: 'line',
      name: 'heir',
      ask: '家里谁接着办（没有就不写）',
      hint: '如：儿子覃建国',
      most: 30,
      optional: true,
    },
  ],
  authorise: [
    {
      kind: 'choice',
      name: 'how',
      ask: '怎么委托？他有手机的，让他在自己手机上点同意',
      options: [
        { value: 'scan', text: '签了委托书' },
        { value: 'thumbprint', text: '按了手印' },
      ],
    },
    {
      kind: 'line',
      name: 'witnesses',
      ask: '两个见证人',
      hint: '如：覃大旺、向明珠',
      most: 60,
      as: 'names',
      least: 2,
      when: { name: 'how', is: 'thumbprint' },
    },
    { kind: 'photo', name: 'photo', ask: '拍委托书', when: { name: 'how', is: 'scan' } },
  ],
  takeOriginals: [
    {
      kind: 'line',
      name: 'names',
      ask: '收了哪几样原件？',
      hint: '如：身份证、存折',
      most: 200,
      as: 'names',
      least: 1,
    },
  ],
  returnOriginals: [
    { kind: 'ticks', name: 'originals', ask: '还了哪几样？', from: 'originals' },
    { kind: 'line', name: 'signedBy', ask: '谁签收的', hint: '写姓名', most: 30 },
  ],
  forward: [
    { kind: 'line', name: 'to', ask: '交到哪里', hint: '如：县民政局', most: 60 },
    day('expectedOn', '说好哪天有结果'),
    {
      kind: 'line',
      name: 'receiptNumber',
      ask: '回执号（没有就不写）',
      hint: '他们给的号',
      most: 60,
      optional: true,
    },
    {
      kind: 'line',
      name: 'platformNumber',
      ask: '省平台的编号（写一次就行）',
      hint: '没有就不写',
      most: 60,
      optional: true,
    },
  ],
  externalUpdate: [
    { kind: 'pick', name: 'n', ask: '哪一步？', from: 'external' },
    {
      kind: 'text',
      name: 'result',
      ask: '有结果就写（没有就不写）',
      hint: '如：批了，10月起发',
      most: 300,
      optional: true,
    },
    {
      kind: 'line',
      name: 'receiptNumber',
      ask: '补回执号（没有就不写）',
      hint: '他们给的号',
      most: 60,
      optional: true,
    },
    { ...day('expectedOn', '改成哪天有结果（不改就不选）'), optional: true },
  ],
  survey: [
    day('on', '哪天去看'),
    { kind: 'time', name: 'at', ask: '几点' },
    {
      kind: 'line',
      name: 'officers',
      ask: '哪几名干部去（至少两名）',
      hint: '如：蒋福生、邓秋月',
      most: 200,
      as: 'names',
      least: 2,
    },
    {
      kind: 'text',
      name: 'report',
      ask: '看过了就写看到什么（还没去不写）',
      hint: '如：在自家老宅基上建，没占路',
      most: 1000,
      optional: true,
    },
  ],
  publicize: [
    {
      kind: 'line',
      name: 'days',
      ask: '公示几天',
      hint: '如：7',
      most: 2,
      as: 'number',
    },
    {
      kind: 'text',
      name: 'fields',
      ask: '公示哪几项，一行写一项。不写身份证、电话、收入、病',
      hint: '如：建房位置：一组东头',
      most: 1000,
      as: 'pairs',
    },
  ],
  branchDecide: [
    {
      kind: 'choice',
      name: 'outcome',
      ask: '同不同意？',
      options: APPROVE_OR_REFUSE('同意', '不同意'),
    },
    { kind: 'text', name: 'text', ask: '写明依据和原因', hint: '如：不占耕地，同意', most: 500 },
  ],
  decide: [
    {
      kind: 'choice',
      name: 'outcome',
      ask: '结果',
      options: APPROVE_OR_REFUSE('办成了', '没办成'),
    },
    {
      kind: 'text',
      name: 'text',
      ask: '怎么答复？',
      hint: '写明办成了什么，哪天拿，在哪拿',
      most: 1000,
      templates: 'approve',
      when: { name: 'outcome', is: 'approve' },
    },
    {
      kind: 'text',
      name: 'text',
      ask: '为什么没办成？写明原因',
      hint: '写明哪一条没达到，以后怎样能再交',
      most: 1000,
      templates: 'refuse',
      when: { name: 'outcome', is: 'refuse' },
    },
    {
      kind: 'text',
      name: 'remedy',
      ask: '不服怎么办。不写，就告诉他：60天内能申请行政复议，6个月内能起诉，有人帮他写。',
      hint: '不写就用法律规定的那句',
      most: 500,
      optional: true,
      when: { name: 'outcome', is: 'refuse' },
    },
  ],
  deliver: [
    {
      kind: 'choice',
      name: 'how',
      ask: '怎么送到的？',
      options: [
        { value: 'pickup', text: '他来领的' },
        { value: 'cadre', text: '干部送的' },
        { value: 'agent', text: '代办员带的' },
        { value: 'post', text: '邮寄的' },
      ],
    },
    { kind: 'line', name: 'signedBy', ask: '谁签收的', hint: '写姓名', most: 30 },
  ],
  reopen: [why('哪里没办好？', '如：钱没打到卡上')],
  ask: [{ kind: 'text', name: 'text', ask: '问什么？', hint: '如：还要补什么材料吗', most: 300 }],
  withdraw: [{ ...why('为什么不办了（不写也行）', '如：在别处办了', 200), optional: true }],
}
