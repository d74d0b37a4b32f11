/** 急难先打电话：火、病、险不等办事。 What sounds like one is answered with the number to dial. */

export interface Emergency {
  readonly number: '110' | '119' | '120' | '12119'
  readonly name: string
  readonly line: string
  /** Parts of what people type in a hurry. */
  readonly words: readonly string[]
}

/** The first that fits is shown: a burning mountain is no burning house. */
const EMERGENCIES: readonly Emergency[] = [
  {
    number: '12119',
    name: '山火 12119',
    line: '看到山火马上打，说清哪座山',
    words: ['山火', '山上着火', '林子着火', '12119'],
  },
  {
    number: '119',
    name: '火警 119',
    line: '着火、有人被困，马上打',
    words: ['着火', '起火', '失火', '火灾', '火警', '救火', '被困', '塌了', '119'],
  },
  {
    number: '120',
    name: '急救 120',
    line: '人不行了，马上打，说清在哪里',
    words: [
      ...['急救', '救命', '救护车', '晕倒', '昏倒', '昏迷', '不省人事', '中毒', '喝农药'],
      ...['溺水', '落水', '蛇咬', '大出血', '中风', '心梗', '难产', '120'],
    ],
  },
  {
    number: '110',
    name: '报警 110',
    line: '有人打人、偷抢、走丢、被骗，马上打',
    words: ['报警', '打架', '打人', '家暴', '被偷', '被抢', '被骗', '诈骗', '走丢', '失踪', '110'],
  },
]

/** What to dial before anything is looked for; null when it sounds like no emergency. */
export function emergencyOf(query: string): Emergency | null {
  const typed = query.replace(/\s/g, '')
  return EMERGENCIES.find(({ words }) => words.some((word) => typed.includes(word))) ?? null
}
