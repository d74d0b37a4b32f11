/** 责任追究有哪几种: what people decided, also that nobody is to blame. */
import type { Measure } from '../core/store/documents/warning'

export const MEASURES: Readonly<Record<Measure, string>> = {
  none: '不追究',
  talk: '提醒谈话',
  explain: '书面说明',
  notice: '通报',
  other: '其他处理',
}
