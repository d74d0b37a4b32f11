/**
 * Every form of these pages in one table: what is asked, what it leads to, what is sent. The step
 * forms carry the names of the actions that the server allows.
 */
import { call } from '../../../services/call'
import type { RaiseInput } from '../calls'
import { businessDate } from '../../../shared/dates'
import type { Field } from '../../../shared/form/fields'

/** What was written or chosen, trimmed, by field. */
export type Answers = Readonly<Record<string, string>>

/** Where the form was opened: the matter, and the request that makes a repeat safe. */
export interface Sending {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly code: string
  readonly requestId: string
  readonly values: Answers
}

export interface Done {
  readonly title: string
  readonly text: string
  /** What to keep: number and code of something raised. */
  readonly keep?: readonly { readonly key: string; readonly text: string }[]
  /** Where to go next; back to where it was opened when left out. */
  readonly next?: { readonly text: string; readonly url: string }
}

export interface FormSpec {
  readonly title: string
  /** Verb and consequence, below the title. */
  readonly lead: string
  readonly fields: readonly Field[]
  readonly send: string
  readonly submit: (sending: Sending) => Promise<Done>
}

const text = (key: string, label: string, hint: string, most = 1000): Field => ({
  key,
  label,
  kind: 'area',
  hint,
  most,
})

/** A day further ahead is a mistake: nothing here may wait longer than half a year. */
const LONGEST_DAYS = 180

const optional = (value: string | undefined): string | undefined => value?.trim() || undefined

const recorded: Done = { title: '记下了', text: '' }

/** A step that only carries a text. */
const textStep = (
  words: Pick<FormSpec, 'title' | 'lead' | 'send'>,
  field: Field,
  send: (id: string, text: string, requestId: string) => Promise<unknown>,
): FormSpec => ({
  ...words,
  fields: [field],
  submit: async ({ id, requestId, values }) => {
    await send(id, values[field.key] ?? '', requestId)
    return recorded
  },
})

/** A step that is only a decision. */
const plainStep = (
  words: Pick<FormSpec, 'title' | 'lead' | 'send'>,
  send: (id: string, requestId: string) => Promise<unknown>,
): FormSpec => ({
  ...words,
  fields: [],
  submit: async ({ id, requestId }) => {
    await send(id, requestId)
    return recorded
  },
})

const ISSUE_KIND: Field = {
  key: 'kind',
  label: '是哪样的事',
  kind: 'choice',
  choices: [
    { key: 'unfinished', text: '一直没办完的' },
    { key: 'hotspot', text: '大家都发愁的' },
    { key: 'suggestion', text: '提个建议' },
    { key: 'complaint', text: '办得不好、不公道' },
  ],
}

const WHAT = text('text', '说说是什么事', '什么事、在哪里、想怎么办')

const ABOUT: readonly Field[] = [
  {
    key: 'about',
    label: '是说哪个人吗',
    kind: 'choice',
    start: 'nobody',
    choices: [
      { key: 'nobody', text: '不是说哪个人' },
      { key: 'agent', text: '说村代办员' },
      { key: 'cadre', text: '说窗口、干部' },
    ],
  },
  {
    key: 'village',
    label: '哪个村的',
    kind: 'choice',
    from: 'villages',
    when: ({ about }) => about === 'agent',
  },
  {
    key: 'unit',
    label: '哪个部门的',
    kind: 'choice',
    from: 'units',
    when: ({ about }) => about === 'cadre',
  },
  {
    key: 'person',
    label: '哪一个，本人看不到',
    kind: 'choice',
    from: 'people',
    when: ({ about, village, unit }) =>
      (about === 'agent' && !!village) || (about === 'cadre' && !!unit),
  },
]

const person = ({ about, person: who }: Answers) =>
  about === 'nobody' || about === undefined ? undefined : who

const GOES_TO = {
  station: '站长和监督员都看得到，一起办。',
  supervisor: '只有监督员看得到，别人看不到。',
  leader: '只有站长看得到，监督员看不到。',
}

export const FORMS: Readonly<Record<string, FormSpec>> = {
  raise: {
    title: '说一件事',
    lead: '5个工作日内答复您，说的人不受影响',
    fields: [
      ISSUE_KIND,
      WHAT,
      ...ABOUT,
      {
        key: 'name',
        label: '写不写名字',
        kind: 'choice',
        start: 'named',
        choices: [
          { key: 'named', text: '写名字，好联系' },
          { key: 'anonymous', text: '不写名字' },
        ],
      },
    ],
    send: '交上去',
    submit: async ({ requestId, values }) => {
      const anonymous = values.name === 'anonymous'
      const { issue } = await call('case', 'raise', {
        kind: values.kind as RaiseInput['kind'],
        text: values.text ?? '',
        about: person(values),
        anonymous,
        requestId,
      })
      return {
        title: '收到了',
        text: `${GOES_TO[issue.goesTo]}${anonymous ? '编号和查询码记下来，凭它看答复。' : '有了答复就告诉您。'}`,
        keep: [
          { key: '编号', text: issue.number },
          { key: '查询码', text: issue.queryCode },
          { key: '哪天前答复', text: issue.dueOn },
        ],
        next: { text: '看我说过的', url: '/packages/affairs/list/list?kind=raised' },
      }
    },
  },
  askAgain: {
    title: '没解决，再说一次',
    lead: '重新算5个工作日，接着办',
    fields: [text('text', '还差什么', '哪里没办好，想怎么办', 500)],
    send: '交上去',
    submit: async ({ number, code, requestId, values }) => {
      await call('case', 'askAgain', { number, code, text: values.text ?? '', requestId })
      return { title: '收到了', text: '重新算时间，5个工作日内答复您。' }
    },
  },
  register: {
    title: '登记一件',
    lead: '走访听到的、摸底摸到的，5个工作日内答复',
    fields: [ISSUE_KIND, WHAT, ...ABOUT],
    send: '登记',
    submit: async ({ requestId, values }) => {
      const { issue } = await call('supervision', 'register', {
        kind: values.kind as RaiseInput['kind'],
        text: values.text ?? '',
        about: person(values),
        requestId,
      })
      return { title: '登记了', text: `编号${issue.number}，${issue.dueOn}前答复。` }
    },
  },
  order: {
    title: '开一张交办单',
    lead: '单位签收、回复，您销号；空的回复会退回',
    fields: [
      {
        key: 'kind',
        label: '交办还是督办',
        kind: 'choice',
        start: 'assign',
        choices: [
          { key: 'assign', text: '交办' },
          { key: 'supervise', text: '督办' },
        ],
      },
      { key: 'unit', label: '交给哪个单位', kind: 'choice', from: 'units' },
      text('task', '要办什么', '写清楚办成什么样', 500),
      { key: 'dueOn', label: '哪天前回复', kind: 'date', ahead: LONGEST_DAYS },
    ],
    send: '交办',
    submit: async ({ id, kind, requestId, values }) => {
      const { order } = await call('supervision', 'order', {
        kind: values.kind === 'supervise' ? 'supervise' : 'assign',
        ...(id && kind === 'issue' ? { origin: { kind: 'issue' as const, id } } : {}),
        unit: values.unit ?? '',
        task: values.task ?? '',
        dueOn: values.dueOn ?? '',
        requestId,
      })
      return { title: '交办了', text: `${order.number}，${order.unitName}马上收到。` }
    },
  },
  signForOrder: plainStep(
    { title: '签收', lead: '签了就归您办，到期前回复', send: '签收' },
    (id, requestId) => call('supervision', 'signForOrder', { id, requestId }),
  ),
  answerOrder: textStep(
    { title: '回复', lead: '写明办了什么，交办的人看了销号', send: '交上去' },
    text('text', '办了什么、结果怎么样', '例：路灯换了两盏，今晚亮了'),
    (id, words, requestId) => call('supervision', 'answerOrder', { id, text: words, requestId }),
  ),
  signOff: plainStep(
    { title: '销号', lead: '办成了，这张单子就完了，再反馈给群众', send: '销号' },
    (id, requestId) => call('supervision', 'signOff', { id, requestId }),
  ),
  returnOrder: {
    title: '退回重办',
    lead: '写明差什么，单位再回复一次',
    fields: [
      text('text', '差什么', '一次说清，让他们一次补好', 300),
      {
        key: 'dueOn',
        label: '改到哪天前（不改就不选）',
        kind: 'date',
        ahead: LONGEST_DAYS,
        optional: true,
      },
    ],
    send: '退回',
    submit: async ({ id, requestId, values }) => {
      await call('supervision', 'returnOrder', {
        id,
        text: values.text ?? '',
        dueOn: optional(values.dueOn),
        requestId,
      })
      return recorded
    },
  },
  feedBack: textStep(
    { title: '反馈', lead: '记下告诉了谁、怎么说的', send: '记下来' },
    text('text', '告诉了谁、怎么说的', '例：打电话告诉了反映的人，他说好', 500),
    (id, words, requestId) => call('supervision', 'feedBack', { id, text: words, requestId }),
  ),
  urgeOrder: plainStep(
    { title: '督办一次', lead: '单位马上收到，一天一次', send: '督办' },
    (id, requestId) => call('supervision', 'urgeOrder', { id, requestId }),
  ),
  answerIssue: textStep(
    { title: '答复', lead: '反映的人马上看到；没解决，他可以再说', send: '答复' },
    text('text', '办了什么，或者为什么办不了', '写实话，写群众看得懂的话'),
    (id, words, requestId) => call('supervision', 'answerIssue', { id, text: words, requestId }),
  ),
  referPetition: textStep(
    { title: '转信访', lead: '15天说受不受理，60天有结果，到时提醒', send: '转过去' },
    text('text', '为什么归信访、转给了谁', '例：涉法涉诉，转给县信访局', 300),
    (id, words, requestId) => call('supervision', 'referPetition', { id, text: words, requestId }),
  ),
  consultation: {
    title: '记一次咨询',
    lead: '三下记好，单独计数，不算办件',
    fields: [
      { key: 'topic', label: '问哪方面的', kind: 'choice', from: 'categories' },
      {
        key: 'outcome',
        label: '怎么样了',
        kind: 'choice',
        choices: [
          { key: 'answered', text: '当场答了' },
          { key: 'guided', text: '指路去办了' },
          { key: 'pending', text: '要回话' },
        ],
      },
      {
        key: 'callBack',
        label: '打给谁、说什么',
        kind: 'area',
        hint: '例：打给老覃，社保断了怎么补',
        most: 200,
        when: ({ outcome }) => outcome === 'pending',
      },
    ],
    send: '记下',
    submit: async ({ id, kind: venueId, requestId, values }) => {
      const outcome = values.outcome as 'answered' | 'guided' | 'pending'
      await call('office', 'consultation', {
        // Somebody with a number at the window.
        ...(id ? { visitor: { venueId, date: businessDate(new Date()), id } } : {}),
        topic: values.topic ?? '',
        outcome,
        callBack: outcome === 'pending' ? values.callBack : undefined,
        requestId,
      })
      return {
        title: '记下了',
        text: outcome === 'pending' ? '下个工作日早上提醒您回话。' : '',
      }
    },
  },
  callBack: textStep(
    { title: '回话', lead: '电话打了，记一句怎么答的', send: '记下来' },
    text('text', '怎么答的', '例：下月起能补缴，带身份证来', 500),
    (id, words, requestId) => call('office', 'callBack', { id, text: words, requestId }),
  ),
  mediation: {
    title: '登记调解',
    lead: '双方都愿意才开始；姓名只有您看得到',
    fields: [
      {
        key: 'kind',
        label: '为什么事',
        kind: 'choice',
        choices: [
          { key: 'neighbour', text: '邻里' },
          { key: 'land', text: '土地山林' },
          { key: 'family', text: '婚姻家庭' },
          { key: 'debt', text: '欠债' },
          { key: 'damage', text: '损害赔偿' },
          { key: 'other', text: '别的' },
        ],
      },
      text('summary', '怎么回事', '一两句话', 500),
      { key: 'nameA', label: '甲方姓名', kind: 'line', most: 30 },
      { key: 'phoneA', label: '甲方电话（没有就不写）', kind: 'line', most: 30, optional: true },
      { key: 'nameB', label: '乙方姓名', kind: 'line', most: 30 },
      { key: 'phoneB', label: '乙方电话（没有就不写）', kind: 'line', most: 30, optional: true },
    ],
    send: '登记',
    submit: async ({ requestId, values }) => {
      const party = (side: 'A' | 'B') => ({
        name: values[`name${side}`] ?? '',
        phone: optional(values[`phone${side}`]),
      })
      const { mediation } = await call('office', 'mediation', {
        kind: values.kind as 'neighbour' | 'land' | 'family' | 'debt' | 'damage' | 'other',
        summary: values.summary ?? '',
        parties: [party('A'), party('B')],
        requestId,
      })
      return {
        title: '登记了',
        text: '先去问双方愿不愿意。',
        next: {
          text: '看这件调解',
          url: `/packages/affairs/matter/matter?kind=mediation&id=${mediation.id}`,
        },
      }
    },
  },
  mediationConsent: {
    title: '记愿不愿意',
    lead: '都愿意才开始，有一方不愿意就结束',
    fields: [
      { key: 'party', label: '哪一方', kind: 'choice', from: 'parties' },
      {
        key: 'given',
        label: '愿意调解吗',
        kind: 'choice',
        choices: [
          { key: 'yes', text: '愿意' },
          { key: 'no', text: '不愿意，结束' },
        ],
      },
    ],
    send: '记下来',
    submit: async ({ id, requestId, values }) => {
      await call('office', 'mediationConsent', {
        id,
        party: values.party ?? '',
        given: values.given === 'yes',
        requestId,
      })
      return recorded
    },
  },
  mediationNote: textStep(
    { title: '记一次调解', lead: '谈了什么、约哪天再谈，只有您看得到', send: '记下来' },
    text('text', '谈了什么', '例：水沟让一尺，老三说要想想，周五再谈'),
    (id, words, requestId) => call('office', 'mediationNote', { id, text: words, requestId }),
  ),
  mediationAgree: {
    title: '达成协议',
    lead: '书面口头都算数，到日子提醒您回访',
    fields: [
      {
        key: 'form',
        label: '书面还是口头',
        kind: 'choice',
        choices: [
          { key: 'written', text: '签了书面的' },
          { key: 'oral', text: '口头说好的' },
        ],
      },
      text('text', '谈好了什么', '谁做什么、做到什么样'),
      {
        key: 'performBy',
        label: '哪天前做到（没说就不选）',
        kind: 'date',
        ahead: LONGEST_DAYS,
        optional: true,
      },
    ],
    send: '记下来',
    submit: async ({ id, requestId, values }) => {
      await call('office', 'mediationAgree', {
        id,
        form: values.form === 'written' ? 'written' : 'oral',
        text: values.text ?? '',
        performBy: optional(values.performBy),
        requestId,
      })
      return {
        title: '谈成了',
        text: '要法院确认，30天内双方一起去申请，到时提醒您。',
      }
    },
  },
  mediationFail: {
    title: '调解不成',
    lead: '写明原因，告诉双方还能怎么办',
    fields: [
      {
        ...text('text', '为什么没成，怎么告诉他们的', '', 500),
        start: '没谈拢。告诉双方：可以申请仲裁、行政裁决，或者向法院起诉。',
      },
    ],
    send: '结束调解',
    submit: async ({ id, requestId, values }) => {
      await call('office', 'mediationFail', { id, text: values.text ?? '', requestId })
      return recorded
    },
  },
  mediationPerform: {
    title: '回访履行',
    lead: '做到了就完了，没做到再约日子',
    fields: [
      {
        key: 'done',
        label: '做到了吗',
        kind: 'choice',
        choices: [
          { key: 'yes', text: '都做到了' },
          { key: 'no', text: '还没做到' },
        ],
      },
      text('text', '看到什么样', '例：水沟挖好了，水通了', 500),
    ],
    send: '记下来',
    submit: async ({ id, requestId, values }) => {
      await call('office', 'mediationPerform', {
        id,
        done: values.done === 'yes',
        text: values.text ?? '',
        requestId,
      })
      return recorded
    },
  },
  mediationConfirm: plainStep(
    {
      title: '记司法确认',
      lead: '双方一起向法院申请了，协议就能强制执行',
      send: '申请了，记下来',
    },
    (id, requestId) => call('office', 'mediationConfirm', { id, requestId }),
  ),
}
