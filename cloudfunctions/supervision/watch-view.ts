/** 监督看板: what was found, as sections in fixed order; nobody who raised something is named. */
import { ISSUE_KINDS } from '../core/domain/flows/issue'
import { APPEALABLE_STATES } from '../core/domain/flows/appealable'
import type { Listed, Watched } from '../core/store/watch'
import { monthName } from '../core/domain/bulletin/text'
import { businessDate, spokenDate } from '../../miniprogram/shared/dates'
import { MEASURES } from './measures'

type Kind =
  | 'issue'
  | 'warning'
  | 'accountability'
  | 'assessment'
  | 'rectification'
  | 'exception'
  | 'blocked'
  | 'gap'

const entry = (kind: Kind, id: string, on: string, title: string, note: string, late = false) => ({
  kind,
  id,
  on,
  title,
  note,
  late,
})

const COLOURS = { yellow: '黄色', red: '红色' } as const

export function watchSections(watched: Watched, now: Date) {
  const { raised, warnings, accountabilities, decisions, followUps, blocked, exceptions, gaps } =
    watched
  return [
    {
      key: 'raised' as const,
      count: raised.complaints + raised.anonymous + raised.others,
      entries: raised.docs.map(({ _id, number, kind, anonymous, raisedOn, dueOn, dueAt }) =>
        entry(
          'issue',
          _id,
          raisedOn,
          `${anonymous ? '匿名的' : ''}${ISSUE_KINDS[kind]}`,
          `${number}，最晚${spokenDate(dueOn)}答复`,
          dueAt <= now,
        ),
      ),
    },
    section('appeals', [
      listOf(warnings.appealed, ({ _id, at, itemName, unitName, colour }) =>
        entry(
          'warning',
          _id,
          businessDate(at),
          `${COLOURS[colour]}预警的申诉`,
          `${unitName}，${itemName}`,
        ),
      ),
      listOf(accountabilities.appealed, ({ _id, at, unitName, measure }) =>
        entry(
          'accountability',
          _id,
          businessDate(at),
          '责任追究的申诉',
          `${unitName}，${MEASURES[measure]}`,
        ),
      ),
      listOf(decisions.appealed, ({ _id, at, unitName, month }) =>
        entry(
          'assessment',
          _id,
          businessDate(at),
          '考核决定的申诉',
          `${unitName}，${monthName(month)}`,
        ),
      ),
      listOf(followUps.appealed, ({ _id, raisedOn, unitName, itemName }) =>
        entry('rectification', _id, raisedOn, '差评的申诉', `${unitName}，${itemName}`),
      ),
    ]),
    section('calls', [
      listOf(followUps.late, ({ _id, raisedOn, callUnitName, itemName }) =>
        entry('rectification', _id, raisedOn, `${callUnitName}该打的电话没打`, itemName, true),
      ),
    ]),
    section('notices', [
      listOf(blocked.blocked, ({ caseId, at, unitName, itemName, papers }) =>
        entry(
          'blocked',
          caseId,
          businessDate(at),
          `拦下了：${papers.join('、')}`,
          `${unitName}，${itemName}，没写原因`,
        ),
      ),
      listOf(exceptions.excepted, ({ _id, unitName, itemName, supplements }) => {
        const n = supplements.findLastIndex(({ exception }) => exception !== null)
        const { on = '', exception = '' } = supplements[n] ?? {}
        return entry(
          'exception',
          _id,
          on,
          n === 0 ? '受理以后才要材料' : `第${String(n + 1)}次要材料`,
          `${unitName}，${itemName}：${exception ?? ''}`,
        )
      }),
    ]),
    section('conduct', [
      listOf(gaps.gaps, ({ _id, date, window }) =>
        entry('gap', _id, date, `${window}没有人`, '空岗，还没人顶上', true),
      ),
      listOf(accountabilities.recent, ({ _id, at, unitName, measure, state }) =>
        entry(
          'accountability',
          _id,
          businessDate(at),
          `责任追究：${MEASURES[measure]}`,
          `${unitName}，${APPEALABLE_STATES[state]}`,
        ),
      ),
    ]),
  ]
}

type Entry = ReturnType<typeof entry>

const listOf = <Doc>({ count, docs }: Listed<Doc>, view: (doc: Doc) => Entry) => ({
  count,
  entries: docs.map(view),
})

const section = <Key extends 'appeals' | 'calls' | 'notices' | 'conduct'>(
  key: Key,
  lists: readonly { readonly count: number; readonly entries: readonly Entry[] }[],
) => ({
  key,
  count: lists.reduce((sum, { count }) => sum + count, 0),
  entries: lists.flatMap(({ entries }) => entries),
})
