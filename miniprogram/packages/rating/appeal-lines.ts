import type { Warning } from '../../services/supervision'

/** An appeal and its answer as they are read. */
export function appealLines(appeal: Warning['appeal']): string[] {
  if (!appeal) return []
  const { text, answer } = appeal
  if (!answer) return [`申诉：${text}`, '等监督答复']
  return [`申诉：${text}`, `${answer.stands ? '维持' : '撤销'}：${answer.reason}`]
}
