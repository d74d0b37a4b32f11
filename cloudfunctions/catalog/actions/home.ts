import { openAction } from '../../core/kernel/action'
import { calendarOf } from '../../core/kernel/township-calendar'
import { notFound } from '../../core/kernel/errors'
import { nextServed } from '../../core/domain/service-days'
import { nextServiceDay } from '../../core/domain/slots'
import { find } from '../../core/store/database'
import type { CatalogueMark, HomeDirectory, ServiceDays } from '../../core/store/documents/catalog'
import { serviceDaysId } from '../../core/store/service-days'
import { businessDate, wallTime, addDays } from '../../../miniprogram/shared/dates'
import { homeInput, homeOutput } from '../schema'

export const home = openAction({
  summary: '首页：大类、村和代办员、下一个驻村日',
  by: ['public'],
  scope: 'public',
  input: homeInput,
  output: homeOutput,
  run: async ({ township, scope, now }) => {
    const pages = await find<HomeDirectory | CatalogueMark | ServiceDays>('directory', {
      ...scope,
      _id: { $in: [`${township}:home`, `${township}:catalogue`, serviceDaysId(township)] },
    })
    const doc = pages.find((page) => page.kind === 'home')
    if (!doc) throw notFound('这个乡')
    const served = pages.find((page) => page.kind === 'serviceDays')
    const changed = pages.find((page) => page.kind === 'catalogue')?.changedAt
    return {
      catalogVersion: `${doc.catalogVersion}.${changed ? String(+changed) : '0'}`,
      handbook: doc.handbook,
      township: doc.info,
      categories: doc.categories,
      villages: doc.villages,
      thursdays: served ? nextOfEach(served, now) : byPattern(doc, now),
    }
  },
})

const nextOfEach = ({ villages }: ServiceDays, now: Date) =>
  Object.entries(villages).flatMap(([villageId, days]) => {
    const next = nextServed(days, now)
    if (!next) return []
    const { date, start, end, movedFrom } = next
    return [{ villageId, date, start, end, ...(movedFrom ? { movedFrom } : {}) }]
  })

/** Before the slots were opened for the first time. */
function byPattern({ township, thursday, villages }: HomeDirectory, now: Date) {
  const start = thursday.sessions[0]?.from ?? ''
  const end = thursday.sessions.at(-1)?.to ?? ''
  const today = businessDate(now)
  const from = wallTime(now) < end ? today : addDays(today, 1)
  const date = nextServiceDay(thursday, from, calendarOf(township))
  return date === null ? [] : villages.map(({ id }) => ({ villageId: id, date, start, end }))
}
