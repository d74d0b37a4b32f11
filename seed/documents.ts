import type { SeedData } from './schema'
import { GENERAL_WINDOW, unitOf } from '../cloudfunctions/core/domain/item'
import { hashId } from '../cloudfunctions/core/kernel/hash'
import { pinyinOf } from '../cloudfunctions/core/kernel/pinyin'
import type {
  CatalogueMark,
  HallWindow,
  HomeDirectory,
  ItemDocument,
  PlaceDocument,
} from '../cloudfunctions/core/store/documents/catalog'
import type { Household } from '../cloudfunctions/core/store/documents/handbook'
import type { Stored } from '../cloudfunctions/core/store/documents/matter'
import type { TextDocument } from '../cloudfunctions/core/store/documents/place'
import type { CallSettings } from '../cloudfunctions/core/store/documents/calls'
import type { CalendarSettings } from '../cloudfunctions/core/store/documents/calendar'
import type { DispatchSettings } from '../cloudfunctions/core/store/documents/meeting'
import type { RollupSettings, WorkSettings } from '../cloudfunctions/core/store/documents/rollup'
import type { SlotSettings } from '../cloudfunctions/core/store/documents/slot'
import type { WarningSettings } from '../cloudfunctions/core/store/documents/warning'

/** A page of the directory that nothing computes with. */
type DirectoryPage = Stored & { readonly kind: string } & Readonly<Record<string, unknown>>

/** Due whatever the clock says: the first tick does it. */
const AT_ONCE = new Date(0)

/** 示例: the file says so itself, and what is made of it keeps saying so. */
const isSample = (note: string | undefined): boolean => note?.includes('示例') ?? false

export function catalogDocuments(data: SeedData): ItemDocument[] {
  const township = data.township.id
  const departments = new Map(data.departments.departments.map((unit) => [unit.id, unit]))
  return data.items.items.map((item) => {
    const unit = departments.get(item.department)
    if (!unit) throw new Error(`no department ${item.department}`)
    const cadres = data.staff.staff.filter(
      (person) => person.department === unit.id && person.roles.includes('cadre'),
    )
    return {
      ...item,
      _id: `${township}:item:${item.code}`,
      township,
      schema: 1,
      catalogVersion: data.items.version,
      sample: isSample(data.items.note),
      pinyin: pinyinOf([item.name, ...item.aliases]),
      unit: unitOf(unit),
      people: cadres.map(({ name, post, phone }) => ({ name, post, phone })),
    }
  })
}

export function placeDocuments(data: SeedData): PlaceDocument[] {
  const { id: township, station, hall } = data.township
  const base = {
    township,
    schema: 1,
    v: 1,
    sample: true,
    villageId: null,
    agent: null,
    windows: [],
    edited: false,
    history: [],
  }
  const office = (
    kind: 'station' | 'hall',
    order: number,
    { name, address, phone, hours, ...onMap }: typeof hall,
  ) => ({
    ...base,
    _id: `${township}:place:${kind}`,
    id: kind,
    order,
    kind,
    name,
    address,
    phone,
    hours,
    location: locationOf(onMap),
  })
  return [
    { ...office('hall', 0, hall), windows: windowsOf(data) },
    office('station', 1, station),
    ...data.villages.villages.map((village, index) => ({
      ...base,
      _id: `${township}:place:${village.id}`,
      id: village.id,
      order: index + 2,
      kind: 'village' as const,
      name: village.name,
      sample: village.sample,
      address: village.room.address,
      phone: village.room.phone,
      hours: village.room.hours,
      location: locationOf(village.room),
      villageId: village.id,
      agent: agentOf(data, village.agent),
      households: village.households,
      thursdayService: village.room.thursdayService,
      eightHaves: village.room.eightHaves,
    })),
  ]
}

/** Both or none, by the schema. */
function locationOf({ latitude, longitude }: { latitude?: number; longitude?: number }) {
  return latitude === undefined || longitude === undefined ? null : { latitude, longitude }
}

/** Departments at the same window are one window; the first also takes those without one. */
function windowsOf(data: SeedData): HallWindow[] {
  const { departments } = data.departments
  const windowOf = (unit: (typeof departments)[number]) => unit.hallWindow ?? GENERAL_WINDOW
  const names = [...new Set(departments.map(windowOf))].sort()
  return names.map((name) => ({
    name,
    units: departments.filter((unit) => windowOf(unit) === name).map(({ id }) => id),
  }))
}

/** 制度、文明用语、文书样式 in their order, then questions and answers. */
export function textDocuments(data: SeedData): TextDocument[] {
  const { id: township } = data.township
  const sampleAnswers = isSample(data.faq.note)
  const rules = data['rules-text'].texts.map((text) => ({ ...text, items: [], keywords: [] }))
  const answers = data.faq.faq.map(({ question, answer, ...rest }) => ({
    ...rest,
    kind: 'faq' as const,
    title: question,
    text: answer,
    sample: sampleAnswers,
  }))
  return [...rules, ...answers].map(
    ({ id, kind, title, text, sample, items, keywords }, order) => ({
      _id: `${township}:text:${id}`,
      township,
      schema: 1,
      v: 1,
      kind,
      id,
      order,
      title,
      text,
      sample,
      retired: false,
      items,
      keywords,
      edited: false,
      history: [],
    }),
  )
}

function agentOf(data: SeedData, id: string) {
  const agent = data.staff.staff.find((person) => person.id === id)
  return agent ? { name: agent.name, phone: agent.phone } : null
}

export function directoryDocuments(
  data: SeedData,
): (HomeDirectory | CatalogueMark | DirectoryPage)[] {
  const { id: township, name, county, station, supervisorPhone, slotTemplates } = data.township
  const home: HomeDirectory = {
    _id: `${township}:home`,
    township,
    schema: 1,
    kind: 'home',
    catalogVersion: hashId(catalogDocuments(data)).slice(0, 8),
    handbook: data.items.version,
    info: {
      sample: isSample(data.township.note),
      name,
      county,
      station: { name: station.name, phone: station.phone, hours: station.hours },
      supervisorPhone,
      ...(data.township.oversees ? { oversees: true } : {}),
    },
    categories: [...data.categories.categories].sort((a, b) => a.order - b.order),
    villages: data.villages.villages.map((village) => ({
      id: village.id,
      name: village.name,
      agent: agentOf(data, village.agent),
    })),
    thursday: slotTemplates.village,
  }
  const page = (kind: string, content: Record<string, unknown>) => ({
    _id: `${township}:${kind}`,
    township,
    schema: 1,
    kind,
    ...content,
  })
  const mark: CatalogueMark = {
    _id: `${township}:catalogue`,
    township,
    schema: 1,
    kind: 'catalogue',
    changedAt: null,
  }
  const { oversees } = data.township
  return [
    home,
    mark,
    page('departments', { departments: data.departments.departments }),
    ...(oversees ? [page('county', { townships: oversees })] : []),
  ]
}

export const householdDocuments = (data: SeedData): Household[] =>
  data.households.households.map(({ village, no, group, head }) => ({
    _id: `${data.township.id}:household:${village}:${no}`,
    township: data.township.id,
    schema: 1,
    villageId: village,
    no,
    group,
    head,
  }))

export function settingsDocuments(
  data: SeedData,
): (
  | SlotSettings
  | RollupSettings
  | WorkSettings
  | WarningSettings
  | DispatchSettings
  | CalendarSettings
  | CallSettings
)[] {
  const { id: township, hall, slotTemplates } = data.township
  const served = data.villages.villages.filter(({ room }) => room.thursdayService)
  const slots: SlotSettings = {
    _id: `${township}:slots`,
    township,
    schema: 1,
    v: 1,
    kind: 'slots',
    templates: {
      hall: slotTemplates.hall,
      village: slotTemplates.village,
      ...(slotTemplates.market ? { market: slotTemplates.market } : {}),
    },
    venues: [
      {
        id: 'hall',
        name: hall.name,
        address: hall.address,
        phone: hall.phone,
        template: 'hall',
        ...(slotTemplates.market ? { also: ['market'] } : {}),
      },
      ...served.map(({ id, name, room }) => ({
        id,
        name: `${name}便民服务室`,
        address: room.address,
        phone: room.phone,
        template: 'village',
      })),
    ],
    horizonDays: slotTemplates.horizonDays,
    openUntil: null,
    nextDueAt: AT_ONCE,
  }
  const rollups: RollupSettings = {
    _id: `${township}:rollups`,
    township,
    schema: 1,
    v: 1,
    kind: 'rollups',
    doneUntil: null,
    nextDueAt: AT_ONCE,
  }
  const work: WorkSettings = {
    _id: `${township}:work`,
    township,
    schema: 1,
    v: 1,
    kind: 'work',
    doneUntil: null,
    draftedUntil: null,
    nextDueAt: AT_ONCE,
  }
  const warnings: WarningSettings = {
    ...rollups,
    _id: `${township}:warnings`,
    kind: 'warnings',
    doneUntil: null,
  }
  const dispatch: DispatchSettings = {
    _id: `${township}:dispatch`,
    township,
    schema: 1,
    v: 1,
    kind: 'dispatch',
    draftedFor: null,
    nextDueAt: AT_ONCE,
  }
  const calendar: CalendarSettings = {
    _id: `${township}:calendar`,
    township,
    schema: 1,
    v: 1,
    kind: 'calendar',
    days: [],
    verifiedUntil: null,
    history: [],
    doneEdition: null,
    progress: null,
    nextDueAt: AT_ONCE,
  }
  const calls: CallSettings = {
    _id: `${township}:calls`,
    township,
    schema: 1,
    v: 1,
    kind: 'calls',
    toldOn: null,
    out: [],
    nextDueAt: AT_ONCE,
  }
  return [slots, rollups, work, warnings, dispatch, calendar, calls]
}
