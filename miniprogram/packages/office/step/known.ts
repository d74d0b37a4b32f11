/**
 * What a matter knows already before a step is written: what was asked, to be read above the form,
 * and what was agreed, so that nobody types it twice. One row per step that has something.
 */
import type { CaseDetail } from '../../../services/case'
import { spokenDate } from '../../../shared/dates'
import { opinionTag } from '../../../shared/matter-words'
import type { StepName } from '../actions'
import type { StepForm } from './form'

const ASKED: Readonly<Partial<Record<StepName, (matter: CaseDetail) => readonly string[]>>> = {
  answerExtension: ({ extension, clock }) =>
    extension
      ? [`原因：${extension.reason}`, `现在最晚${spokenDate(clock.due)}，只能延这一次`]
      : [],
  answerTransfer: ({ transfer, unit }) =>
    transfer ? [`${unit.name}请我们接手：${transfer.reason}`] : [],
  assign: ({ transfer }) =>
    transfer
      ? [`请${transfer.unitName}接手：${transfer.reason}`, ...declined(transfer.declined)]
      : [],
  branchDecide: ({ survey }) => (survey?.report ? [`踏勘：${survey.report}`] : []),
  decide: ({ partners }) =>
    partners.map(({ unitName, opinion }) =>
      [`${unitName}：${opinionTag(opinion, '还没出意见').text}`, opinion?.text]
        .filter(Boolean)
        .join('，'),
    ),
}

const declined = (why: string | null): string[] => (why ? [`不接的原因：${why}`] : [])

/** Sentences above the form; none for most steps. */
export const askedOf = (step: StepName, matter: CaseDetail): readonly string[] =>
  ASKED[step]?.(matter) ?? []

/** 联合踏勘 was planned: whoever comes back writes only what was seen. */
export const agreedOf = (step: StepName, { survey }: CaseDetail): StepForm =>
  step === 'survey' && survey
    ? {
        on: survey.on,
        at: survey.at,
        officers: survey.officers.join('、'),
        report: survey.report ?? '',
      }
    : {}
