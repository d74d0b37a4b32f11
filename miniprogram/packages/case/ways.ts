/** 还能这样: what the person concerned decides alone, each asked about in plain words first. */
import type { CaseDetail, OwnStep } from '../../services/case'

export interface OwnWords {
  readonly verb: string
  readonly consequence: string
  /** The question on the sheet. */
  readonly title: string
  /** What follows from it, one sentence a line. */
  readonly explain: readonly string[]
  /** The question above the text; empty when nothing is to be written. */
  readonly ask: string
  readonly hint: string
  readonly required: boolean
  readonly most: number
  /** Words on the two buttons. */
  readonly stay: string
  readonly send: string
  readonly done: string
  readonly after: string
  readonly failed: string
  readonly kept: string
}

export const OWN_WORDS: Readonly<Record<OwnStep, OwnWords>> = {
  authorise: {
    verb: '同意代办员替我办',
    consequence: '点一下就行，不用写委托书',
    title: '让代办员替您办？',
    explain: ['代办员替您送材料、跑乡里、拿结果。', '不收钱，不碰现金、密码和短信里的号。'],
    ask: '',
    hint: '',
    required: false,
    most: 0,
    stay: '再想想',
    send: '同意',
    done: '同意了',
    after: '代办员那边看得到，不用您再签字。',
    failed: '没点上',
    kept: '办的事没受影响',
  },
  reopen: {
    verb: '没办好，接着办',
    consequence: '还用原来的编号，不用再交材料',
    title: '哪里没办好？',
    explain: ['写了就接着办，时间从今天重新算。'],
    ask: '写一句，办的人好知道',
    hint: '比如：说打到卡上的钱没到',
    required: true,
    most: 300,
    stay: '先不用',
    send: '接着办',
    done: '又在办了',
    after: '原来的人接着办，有消息就告诉您。',
    failed: '没交上去',
    kept: '您写的还在',
  },
  withdraw: {
    verb: '不办了，撤回来',
    consequence: '这件就停了，以后还能再交',
    title: '不办了？',
    explain: ['撤回来，这件就不办了。收着的原件还您。', '以后想办再交一次，拍过的照片还能用。'],
    ask: '为什么不办了（不写也行）',
    hint: '比如：在别处办了',
    required: false,
    most: 200,
    stay: '还要办',
    send: '不办了',
    done: '撤回来了',
    after: '这件停了。想办随时再交，或者打电话。',
    failed: '没撤成',
    kept: '这件还在办',
  },
}

export const isOwnStep = (text: string): text is OwnStep => text in OWN_WORDS

export interface WayRow {
  readonly way: OwnStep | 'again' | 'sheet' | 'receipt'
  readonly verb: string
  readonly consequence: string
}

const AGAIN: WayRow = {
  way: 'again',
  verb: '再交一次',
  consequence: '写上原来的编号，接着办',
}

const SHEET: WayRow = {
  way: 'sheet',
  verb: '补材料的单子',
  consequence: '发给家里人，或者给窗口看',
}

const RECEIPT: WayRow = {
  way: 'receipt',
  verb: '打印回执',
  consequence: '编号、收了哪几样、最晚哪天，一张纸',
}

/** In the order of how often they are wanted; only what is possible now. */
export function waysOf(matter: Partial<CaseDetail>): WayRow[] {
  const { allowed = [], status, via } = matter
  const own = (Object.keys(OWN_WORDS) as OwnStep[])
    .filter((step) => allowed.includes(step))
    // Whoever handed it in without anybody's help authorises nobody.
    .filter((step) => step !== 'authorise' || via === 'agent')
    .map((way) => ({
      way,
      verb: OWN_WORDS[way].verb,
      consequence: OWN_WORDS[way].consequence,
    }))
  const ended = status === 'refused' || status === 'withdrawn' || status === 'completed'
  return [
    ...((matter.missing ?? []).length > 0 && allowed.length > 0 ? [SHEET] : []),
    ...own,
    ...(matter.queryCode ? [RECEIPT] : []),
    ...(ended && !allowed.includes('reopen') && matter.allowed ? [AGAIN] : []),
  ]
}
