/** 反映的事: the last day for the answer; with 信访, its two days (calendar days). */
import type { IssueDocument } from '../../core/store/documents/issue'
import { ISSUES, issueStep } from '../../supervision/issues'
import { onTime } from './on-time'

export const remindIssue = (doc: IssueDocument, now: Date): Promise<void> =>
  onTime(ISSUES, doc, now, ({ petition }) =>
    doc.state === 'referred' && petition
      ? issueStep('remindPetition', petitionReminder(petition), now)
      : issueStep('remindIssue', { ...TODAY, set: () => ({ reminded: true }) }, now),
  )

const TODAY = { text: '今天该答复了', title: '反映的事今天该答复了' }

function petitionReminder(petition: NonNullable<IssueDocument['petition']>) {
  const first = petition.reminded === 0
  const title = first ? '信访满15天，该说受不受理了' : '信访满60天，该有结果了'
  const reminded: 1 | 2 = first ? 1 : 2
  return { text: title, title, set: () => ({ petition: { ...petition, reminded } }) }
}
