/** 地方、窗口、公示. */
import type { Input } from '../../../../typings/wire'
import { call } from '../../../services/call'
import { addDays, businessDate } from '../../../shared/dates'
import { textOf } from '../../../shared/form/fields'
import type { Field, Rows, Values } from '../../../shared/form/fields'
import { step } from './thing'
import type { Opened, Thing } from './thing'

const PLACE: readonly Field[] = [
  { key: 'address', label: '地址', kind: 'line', most: 60 },
  { key: 'phone', label: '电话', kind: 'line', most: 20, help: '群众看得到，别写私人的' },
  { key: 'hours', label: '时间', kind: 'area', most: 80, help: '如：周一至周五 8:30—17:30' },
  { key: 'location', label: '地图上的位置', kind: 'location', optional: true },
  { key: 'sample', label: '还是示例', kind: 'yes', help: '核对过了就选“否”，群众那边不再标示例' },
]

type History = Awaited<ReturnType<typeof history>>

const history = (placeId: string) => call('office', 'placeHistory', { placeId })

const opened = ({ place, changes }: History, values: Values): Opened => ({
  title: place.name,
  values,
  version: place.version,
  steps: changes.map(({ at, byName, text }) => step(at, byName, text)),
})

export const noticesPage = (placeId: string): string =>
  `/packages/console/list/list?kind=notices&id=${placeId}`

export const PLACE_THING: Thing = {
  title: '改一个地方',
  lead: '存了群众马上看得到；以后放的号也按新的写。',
  send: '存下',
  fields: () => PLACE,
  open: async (id) => {
    const found = await history(id)
    const { address, phone, hours, location, sample } = found.place
    const links = [
      { text: '公示栏', url: noticesPage(id) },
      ...(id === 'hall'
        ? [{ text: '窗口', url: '/packages/console/edit/edit?kind=windows&id=hall' }]
        : []),
    ]
    return { ...opened(found, { address, phone, hours, location, sample }), links }
  },
  save: async ({ id, values, version, requestId }) => {
    const { address, phone, hours, location, sample } = values
    await call('office', 'editPlace', {
      placeId: id,
      address: textOf(address),
      phone: textOf(phone),
      hours: textOf(hours),
      location: (location ?? null) as Input<'office', 'editPlace'>['location'],
      sample: sample === true,
      ...(version === undefined ? {} : { version }),
      requestId,
    })
    return ''
  },
}

const WINDOWS: Rows = {
  add: '加一个窗口',
  title: (row) => textOf(row.name),
  note: ({ units }) => `办${String(Array.isArray(units) ? units.length : 0)}个部门的事`,
  fresh: () => ({ units: [] }),
  fields: [
    { key: 'name', label: '窗口叫什么', kind: 'line', most: 20, help: '如：3号窗口 社保医保' },
    { key: 'units', label: '办哪些部门的事', kind: 'many', from: 'units', optional: true },
  ],
}

export const WINDOWS_THING: Thing = {
  title: '大厅的窗口',
  lead: '存了以后，坐在窗口的人就办这些部门的事。',
  send: '存下',
  fields: () => [{ key: 'windows', label: '窗口', kind: 'rows', rows: WINDOWS, most: 30 }],
  open: async (id) => {
    const found = await history(id)
    return opened(found, { windows: found.place.windows })
  },
  save: async ({ values, version, requestId }) => {
    await call('office', 'editWindows', {
      windows: values.windows as unknown as Input<'office', 'editWindows'>['windows'],
      ...(version === undefined ? {} : { version }),
      requestId,
    })
    return ''
  },
}

const NOTICE: readonly Field[] = [
  { key: 'title', label: '标题', kind: 'line', most: 40 },
  { key: 'text', label: '写什么', kind: 'area', most: 1000, help: '别写谁家的名字、病情、收入' },
  { key: 'until', label: '贴到哪天', kind: 'date', help: '到期自己下来' },
]

/** A sheet usually hangs for a week. */
const USUAL_DAYS = 7

/** `id` is the place: a sheet is pinned up or taken down, never rewritten. */
export const NOTICE_THING: Thing = {
  title: '贴一张公示',
  lead: '贴了群众马上看得到，到期自己下来，也能提前撤。',
  send: '贴上',
  fields: () => NOTICE,
  open: () => {
    const until = addDays(businessDate(new Date()), USUAL_DAYS)
    return Promise.resolve({ title: '贴一张公示', values: { until }, steps: [] })
  },
  save: async ({ id, values, requestId }) => {
    const { title, text, until } = values
    const sheet = { title: textOf(title), text: textOf(text), until: textOf(until) }
    await call('office', 'postAnnouncement', { placeId: id, ...sheet, requestId })
    return ''
  },
}
