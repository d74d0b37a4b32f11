import { openAction } from '../../core/kernel/action'
import { announcementView } from '../../core/kernel/announcement'
import { notFound } from '../../core/kernel/errors'
import { calendarOf } from '../../core/kernel/township-calendar'
import { servedOn } from '../../core/domain/thursdays'
import { DUTY_KINDS } from '../../core/domain/roster'
import { find, findOne } from '../../core/store/database'
import type { Query } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Announcement } from '../../core/store/documents/place'
import type { Duty } from '../../core/store/documents/staff'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { personView } from '../person'
import { placeInput, placeOutput } from '../schema'

/** How far ahead the public sees who is on duty. */
const DUTY_DAYS = 14
const BOARD_ROWS = 10

/** Four requests, all at once. */
export const place = openAction({
  summary: '一个地方：地址、电话、时间、谁在、谁值班、公示栏',
  by: ['public'],
  scope: 'public',
  input: placeInput,
  output: placeOutput,
  run: async ({ township, scope, now }, { id }) => {
    const today = businessDate(now)
    const [doc, staff, duties, board] = await Promise.all([
      findOne<PlaceDocument>('places', { ...scope, _id: `${township}:place:${id}` }),
      find<Account>('accounts', { ...scope, ...staffOf(id) }),
      find<Duty>('duties', {
        ...scope,
        placeId: id,
        date: { $gte: today, $lte: addDays(today, DUTY_DAYS) },
      }),
      find<Announcement>(
        'announcements',
        { ...scope, placeId: id, withdrawn: false, until: { $gte: today } },
        { order: [['at', 'desc']], limit: BOARD_ROWS },
      ),
    ])
    if (!doc) throw notFound('这个地方')
    return {
      place: {
        ...doc,
        windows: doc.windows.map(({ name, units }) => ({
          name,
          units,
          people: sittingAt(staff, name, today),
        })),
        people: doc.windows.length > 0 ? [] : staff.flatMap((one) => personView(one, today)),
        eightHaves: doc.eightHaves ?? null,
        duties: duties
          .map(({ date, kind, start, end, staff: { name, post } }) => ({
            // A Thursday that is a holiday is served on another day.
            date: kind === 'thursday' ? (servedOn(date, calendarOf(township)) ?? date) : date,
            kind,
            what: DUTY_KINDS[kind],
            start,
            end,
            name,
            post,
          }))
          .sort((a, b) => (a.date + a.start < b.date + b.start ? -1 : 1)),
        notices: board.map(announcementView),
      },
    }
  },
})

/** Who belongs to a place: windows to the hall, leaders to the station, the agent to a village. */
const STAFF_OF: Readonly<Record<string, Query>> = {
  hall: { 'staff.roles': 'window' },
  station: { 'staff.roles': { $in: ['leader', 'supervisor'] } },
}

const staffOf = (placeId: string): Query => STAFF_OF[placeId] ?? { 'staff.villageId': placeId }

const sittingAt = (staff: readonly Account[], window: string, today: BusinessDate) =>
  staff.filter((one) => one.staff?.window === window).flatMap((one) => personView(one, today))
