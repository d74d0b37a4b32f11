/**
 * 答复要有话说: an answer that says nothing is bounced back. 收到, 已阅 and the like tell nobody what
 * was done (事事有答复).
 */

/** Said alone, these are no answer. */
const EMPTY_PHRASES: readonly string[] = [
  '无',
  '好',
  '好的',
  '收到',
  '已收到',
  '已阅',
  '知道了',
  '已知悉',
  '已办',
  '已办理',
  '已处理',
  '已完成',
  '办好了',
  '处理了',
  '同意',
  '正在办理',
]

const UNSPOKEN = /[\s\p{P}\p{S}\p{Cf}]/gu

/** True when nothing is left once spaces and marks are gone, or only a phrase that says nothing. */
export function saysNothing(text: string): boolean {
  const words = text.replace(UNSPOKEN, '')
  return words === '' || EMPTY_PHRASES.includes(words)
}
