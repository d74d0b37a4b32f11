import type { RectificationForm, RectificationStep } from '../../../services/rating'

export interface StepWords {
  /** 现在能做的: verb and consequence. */
  readonly verb: string
  readonly consequence: string
  readonly choices: readonly { readonly key: string; readonly text: string }[]
  /** What to write; empty when there is nothing to write. */
  readonly ask: string
  readonly hint: string
  /** Choices with which it must be written; all when empty. */
  readonly needed: readonly string[]
  readonly most: number
  readonly send: string
}

export const STEP_WORDS: Readonly<Record<RectificationStep, StepWords>> = {
  contact: {
    verb: '记打电话的结果',
    consequence: '要改的交给承办单位，群众的名字不说',
    choices: [
      { key: 'told', text: '打通了，有要改的' },
      { key: 'settled', text: '打通了，没有要改的' },
      { key: 'unreached', text: '没打通' },
    ],
    ask: '要改什么',
    hint: '写要改的事，不写群众的名字',
    needed: ['told'],
    most: 500,
    send: '记下来',
  },
  rectify: {
    verb: '写怎么改的',
    consequence: '群众看得到，另一个单位再打电话问',
    choices: [],
    ask: '改了什么，或者为什么这样办',
    hint: '例：做了材料清单，贴在窗口',
    needed: [],
    most: 1000,
    send: '交上去',
  },
  revisit: {
    verb: '记再问的结果',
    consequence: '满意就了结，不满意交站长',
    choices: [
      { key: 'settled', text: '现在满意了' },
      { key: 'unsettled', text: '还是不满意' },
      { key: 'unreached', text: '没打通' },
    ],
    ask: '群众怎么说（不写也行）',
    hint: '不写群众的名字',
    needed: ['none'],
    most: 500,
    send: '记下来',
  },
  conclude: {
    verb: '下结论',
    consequence: '到此了结，群众和承办单位都看到',
    choices: [],
    ask: '到底怎么办',
    hint: '例：周四加派一个人',
    needed: [],
    most: 1000,
    send: '就这样定',
  },
  appeal: {
    verb: '申诉',
    consequence: '交监督答复，一件只能一次',
    choices: [],
    ask: '为什么不该是差评',
    hint: '写事实，哪天、怎么说的',
    needed: [],
    most: 1000,
    send: '交给监督',
  },
  judgeAppeal: {
    verb: '答复申诉',
    consequence: '原来的评价都留着，不改',
    choices: [
      { key: 'rejected', text: '差评采信，照样整改' },
      { key: 'upheld', text: '差评不采信' },
    ],
    ask: '理由',
    hint: '查了什么，为什么',
    needed: [],
    most: 500,
    send: '答复',
  },
}

export const isStep = (action: string): action is RectificationStep => action in STEP_WORDS

export const EMPTY_FORM: RectificationForm = { choice: '', text: '', agreed: false }

export interface StepErrors {
  readonly choice?: string
  readonly text?: string
}

/** Empty when it can be sent. */
export function checkForm(
  step: RectificationStep,
  { choice, text }: RectificationForm,
): StepErrors {
  const { choices, needed, most } = STEP_WORDS[step]
  if (choices.length > 0 && !choices.some(({ key }) => key === choice)) {
    return { choice: '先选一个' }
  }
  const written = text.trim()
  const must = needed.length === 0 || needed.includes(choice)
  if (must && !written) return { text: '还没写' }
  if (written.length > most) {
    return { text: `写了${String(written.length)}个字，最多${String(most)}个` }
  }
  return {}
}
