/** 好差评: the words of its levels and reasons, and the four questions of the yearly survey. */

/** What one may tick: matters and manners, no person. Few enough to read. */
export const RATING_REASONS = {
  good: ['讲得清楚', '少跑了路', '态度好', '办得快'],
  bad: ['没说清楚', '跑了多趟', '等得太久', '态度不好', '乱收钱'],
} as const

export type RatingReason = (typeof RATING_REASONS)['good' | 'bad'][number]

/** The reasons that go with a level (1…5); before one is chosen the friendly ones. */
export const reasonsFor = (level: number): readonly RatingReason[] =>
  level === 1 || level === 2 ? RATING_REASONS.bad : RATING_REASONS.good

/** 满意、赞成、信任、欢迎: the four attitudes in the township's own words, asked once a year. */
export const ATTITUDES = [
  { key: 'satisfied', text: '对便民服务满意吗？' },
  { key: 'trust', text: '信得过办事的人吗？' },
  { key: 'approve', text: '赞成现在这样办事吗？' },
  { key: 'welcome', text: '欢迎干部上门服务吗？' },
] as const

export type AttitudeKey = (typeof ATTITUDES)[number]['key']

/** Three answers are enough for a question of attitude. */
export const ATTITUDE_ANSWERS = ['yes', 'partly', 'no'] as const

export type AttitudeAnswer = (typeof ATTITUDE_ANSWERS)[number]

export const ATTITUDE_WORDS: Readonly<Record<AttitudeAnswer, string>> = {
  yes: '是',
  partly: '一般',
  no: '不是',
}
