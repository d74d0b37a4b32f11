/** The township lives at UTC+8 all year, wherever the preview runs. */
const OFFSET_MS = 8 * 3_600_000
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const DAY_MS = 86_400_000

const local = (ms: number): Date => new Date(ms + OFFSET_MS)

/** `9:20`. Plain arithmetic: Intl would cost each phone 50 ms when it starts. */
export function clockText(ms: number): string {
  const date = local(ms)
  return `${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`
}

/** `11月24日` */
export function dateText(ms: number): string {
  const date = local(ms)
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

export const weekdayText = (ms: number): string => WEEKDAYS[local(ms).getUTCDay()] ?? ''

/** Days since 1970 in the township: equal for two moments of the same day. */
export const dayNumber = (ms: number): number => Math.floor((ms + OFFSET_MS) / DAY_MS)

/** 8:00 on the first Thursday that is still ahead, as an ISO instant. */
export function nextThursdayMorning(nowMs: number): string {
  const today = dayNumber(nowMs)
  const thursday = today + ((4 - local(nowMs).getUTCDay() + 7) % 7)
  const morning = thursday * DAY_MS + 8 * 3_600_000 - OFFSET_MS
  return new Date(morning > nowMs ? morning : morning + 7 * DAY_MS).toISOString()
}
