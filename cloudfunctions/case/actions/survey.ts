import { action } from '../../core/kernel/action'
import { spokenDate, spokenTime } from '../../../miniprogram/shared/dates'
import { surveyInput, surveyOutput } from '../schema/joint'
import { takeStep } from '../step'

export const survey = action({
  summary: '联合踏勘：几家一趟去，至少两名干部，约好时间告诉群众，回来写踏勘情况',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: surveyInput,
  output: surveyOutput,
  run: (call, { id, on, at, officers, report }) =>
    takeStep(call, id, {
      action: 'survey',
      set: () => ({ survey: { on, at, officers, report: report ? report : null } }),
      text: report
        ? `踏勘了，${officers.join('、')}一起去的：${report}`
        : `约好${spokenDate(on)}${spokenTime(at)}踏勘，${officers.join('、')}一起来`,
      words: {
        villager: report
          ? '踏勘过了，点开看情况。'
          : `${spokenDate(on)}${spokenTime(at)}上门踏勘，家里留个人。`,
        office: {
          title: report ? '踏勘情况写好了' : '约好了联合踏勘',
          hint: report ? '看踏勘情况，出意见' : '几家一起去，只去一趟',
          by: on,
        },
      },
    }),
})
