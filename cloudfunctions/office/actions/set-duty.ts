import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { calendarOf } from '../../core/kernel/township-calendar'
import { applyStep } from '../../core/kernel/step'
import type { WorkCalendar } from '../../core/domain/calendar'
import { servedOn } from '../../core/domain/thursdays'
import { create, repeatOf } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Duty } from '../../core/store/documents/staff'
import { newMatter } from '../../core/store/new-matter'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { DUTIES, dutyNotice, dutyView } from '../roster/duty'
import { setDutyInput, setDutyOutput } from '../schema/roster'
import { findStaff, refOf } from '../staff'

/** The hours of a working day in the township. */
const HOURS = { start: '08:30', end: '17:30' }

export const setDuty = action({
  summary: '排班：哪天、什么班、在哪、谁；同一天同一个班再排就是换人',
  by: ['leader', 'admin'],
  scope: 'township',
  input: setDutyInput,
  output: setDutyOutput,
  run: async (call, { date, kind, placeId, staffId, start, end }) => {
    const { township, now, caller, request } = call
    if (date < businessDate(now)) throw new AppError('TOO_LATE', '这天已经过了，不能再排。')
    if (kind === 'thursday') refuseHoliday(date, calendarOf(township))
    const _id = `${township}:duty:${date}:${kind}:${placeId}`
    const [place, person, before] = await Promise.all([
      findOne<PlaceDocument>('places', { _id: `${township}:place:${placeId}`, township }),
      findStaff(township, staffId, '值班的人'),
      findOne<Duty>('duties', { _id, township }),
    ])
    if (!place) throw notFound('这个地方')
    const staff = refOf(person)
    const hours = { start: start ?? HOURS.start, end: end ?? HOURS.end }
    if (hours.start >= hours.end) {
      throw new AppError('INVALID_INPUT', '结束要晚于开始，请改一下时间。', {
        fields: { end: '要晚于开始' },
      })
    }
    const text = `排了${staff.name}`
    const tell = (duty: Duty, cause: string) => [
      dutyNotice(duty, staff, '给您排了班', '换不开就请人换班', cause, now),
    ]
    if (before) {
      if (repeatOf(before.log, request)) return { duty: dutyView(before, caller) }
      const relations = DUTIES.relations(caller, before)
      const actor = { id: caller.id, name: caller.name, relations }
      const after = await applyStep(DUTIES, before, actor, request, now, {
        action: 'changeDuty',
        facts: () => ({ date, today: businessDate(now) }),
        change: () => ({ set: { staff, swap: null, parties: [staff.account], ...hours }, text }),
        tell: (duty, _effects, cause) => tell(duty, cause),
      })
      if (after) return { duty: dutyView(after, caller) }
      throw new AppError('CONFLICT', '这个班刚刚有人改过，请看看新的再排。', { retryable: true })
    }
    const duty = newMatter<Duty>(
      call,
      { _id, action: 'setDuty', state: 'set', text },
      {
        kind,
        date,
        placeId,
        placeName: place.name,
        ...hours,
        staff,
        parties: [staff.account],
        swap: null,
        note: '',
      },
      { tell: (doc) => tell(doc, `duty:${request.key}`) },
    )
    const { doc } = await create('duties', duty)
    await dispatch('duties', doc, doc.out, now)
    return { duty: dutyView(doc, caller) }
  },
})

/** 周四放假，驻村改到别的日子: whoever is set for the Thursday would find nobody. */
function refuseHoliday(date: BusinessDate, calendar: WorkCalendar): void {
  const served = servedOn(date, calendar)
  if (served === date) return
  const instead = served ? `改到${spokenDate(served)}，排那天` : '那周不进村，排下一周'
  throw new AppError('INVALID_INPUT', `${spokenDate(date)}放假，${instead}。`, {
    fields: { date: '放假' },
  })
}
