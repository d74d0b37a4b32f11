/** 现在能做的: every step in plain words. The one table for the case page and the form. */
import type { StepName } from '../../services/office'

export interface StepWords {
  readonly verb: string
  /** What happens then, for whom. */
  readonly consequence: string
  readonly icon: string
  /** Word on the button that sends it. */
  readonly send: string
  /** What was done, for the inbox: `受理了`. */
  readonly done: string
  /** The question above the text; empty when nothing is to be written. */
  readonly ask: string
  readonly hint: string
  readonly required: boolean
  readonly most: number
}

export const STEP_WORDS: Readonly<Record<StepName, StepWords>> = {
  accept: {
    verb: '受理',
    consequence: '从今天起算时间，群众马上看到',
    icon: 'check-circle',
    send: '受理',
    done: '受理了',
    ask: '有话要说就写，不写也行',
    hint: '如：材料看过了，齐的',
    required: false,
    most: 500,
  },
  progress: {
    verb: '记一次办理情况',
    consequence: '群众马上看到',
    icon: 'edit',
    send: '记下来',
    done: '记下了',
    ask: '办了什么？写清谁、做了什么',
    hint: '如：今天上门看了，情况属实',
    required: true,
    most: 500,
  },
  decide: {
    verb: '写答复，出结果',
    consequence: '群众马上看到答复，写了不能改',
    icon: 'chat-double',
    send: '就这样答复',
    done: '答复了',
    ask: '怎么答复？',
    hint: '写明办成了什么，哪天拿，在哪拿',
    required: true,
    most: 1000,
  },
  complete: {
    verb: '办结',
    consequence: '这件办完，请群众评一次',
    icon: 'task',
    send: '办结',
    done: '办结了',
    ask: '',
    hint: '',
    required: false,
    most: 0,
  },
  ask: {
    verb: '替群众问一句',
    consequence: '记在这件事里，谁在办谁收到',
    icon: 'chat-double',
    send: '问',
    done: '问了',
    ask: '问什么？',
    hint: '如：还要补什么材料吗',
    required: true,
    most: 300,
  },
  urge: {
    verb: '催一下',
    consequence: '谁在办谁收到，一天一次',
    icon: 'notification',
    send: '催一下',
    done: '催了',
    ask: '',
    hint: '',
    required: false,
    most: 0,
  },
}

/** The step that brings a matter further, before those that only tell. */
const FORWARD: readonly StepName[] = ['accept', 'decide', 'complete']

export const mainStep = (allowed: readonly string[]): StepName | '' =>
  FORWARD.find((step) => allowed.includes(step)) ?? ''

export const isStep = (text: string): text is StepName => text in STEP_WORDS
