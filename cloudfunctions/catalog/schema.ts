import * as z from 'zod'
import { cursor, itemCode, nextCursor } from '../core/kernel/schemas'

const agent = z.object({ name: z.string(), phone: z.string() }).nullable()

export const homeInput = z.object({})
export const homeOutput = z.object({
  /** What phones compare before they fetch the catalogue again. */
  catalogVersion: z.string(),
  /** 《百事通》的版本. */
  handbook: z.string(),
  township: z.object({
    /** 示例 data: the page marks it. */
    sample: z.boolean(),
    name: z.string(),
    county: z.string(),
    station: z.object({ name: z.string(), phone: z.string(), hours: z.string() }),
    supervisorPhone: z.string(),
    /** True for a county: its people have a page with sums of their townships. */
    oversees: z.boolean().optional(),
  }),
  categories: z.array(z.object({ id: z.string(), name: z.string(), icon: z.string() })),
  villages: z.array(z.object({ id: z.string(), name: z.string(), agent })),
  /** 下个驻村日: the next day on which each village is served; the page picks its own. */
  thursdays: z.array(
    z.object({
      villageId: z.string(),
      date: z.string(),
      start: z.string(),
      end: z.string(),
      /** The holiday Thursday in whose place this day is served. */
      movedFrom: z.string().optional(),
    }),
  ),
})

const mode = z.enum(['direct', 'proxy', 'joint', 'booking', 'consultation'])
const level = z.enum(['village', 'township', 'county'])

export const itemsInput = z.object({
  category: z.string().max(20).optional(),
  department: z.string().max(20).optional(),
  level: level.optional(),
  /** 村里就能办. */
  inVillage: z.boolean().optional(),
  /** 一趟不用跑. */
  noTrip: z.boolean().optional(),
})
export const itemsOutput = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      category: z.string(),
      department: z.string(),
      /** 部门的名字. */
      unit: z.string(),
      level,
      mode,
      instant: z.boolean(),
      commitDays: z.number(),
      visits: z.number(),
      inPerson: z.boolean(),
      aliases: z.array(z.string()),
      keywords: z.array(z.string()),
      pinyin: z.array(z.string()),
    }),
  ),
  version: z.string(),
})

export const guideInput = z.object({ code: itemCode })
export const guideOutput = z.object({
  item: z.object({
    sample: z.boolean(),
    /** 不办了: why, and what to do instead. */
    retired: z
      .object({
        reason: z.string(),
        replacedBy: z.object({ code: z.string(), name: z.string() }).nullable(),
      })
      .nullable(),
    /** From which day this edition is in force; null for the first. */
    effectiveFrom: z.string().nullable(),
    code: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    category: z.string(),
    department: z.string(),
    level,
    mode,
    instant: z.boolean(),
    commitDays: z.number(),
    legalDays: z.number().nullable(),
    legalBasis: z.string().nullable(),
    audience: z.string(),
    conditions: z.array(z.string()),
    materials: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        form: z.string(),
        count: z.number(),
        required: z.boolean(),
        source: z.enum(['self', 'issued', 'village']),
        note: z.string().nullable(),
      }),
    ),
    steps: z.array(z.object({ name: z.string(), by: z.string(), days: z.number().nullable() })),
    inPerson: z.boolean(),
    visits: z.number(),
    fee: z.object({ charged: z.boolean(), text: z.string() }),
    result: z.string(),
    tips: z.array(z.string()),
    unit: z.object({
      id: z.string(),
      name: z.string(),
      formerName: z.string().nullable(),
      phone: z.string(),
      window: z.string(),
    }),
    people: z.array(z.object({ name: z.string(), post: z.string(), phone: z.string() })),
    version: z.string(),
  }),
})

export const venuesInput = z.object({})
export const venuesOutput = z.object({
  venues: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['hall', 'station', 'village']),
      name: z.string(),
      sample: z.boolean(),
      address: z.string(),
      phone: z.string(),
      hours: z.string(),
      villageId: z.string().nullable(),
      /** For the map; null until somebody stood there and said so. */
      location: z.object({ latitude: z.number(), longitude: z.number() }).nullable().optional(),
      agent,
    }),
  ),
})

export const peopleInput = z.object({
  departmentId: z.string().max(20).optional(),
  villageId: z.string().max(10).optional(),
})
const person = z.object({
  id: z.string(),
  name: z.string(),
  post: z.string(),
  phone: z.string(),
  window: z.string().nullable(),
  departmentName: z.string().nullable(),
  /** Null when nothing was said for today. */
  whereabouts: z
    .object({
      state: z.enum(['in', 'village', 'out', 'leave']),
      until: z.string(),
      backAt: z.string().nullable(),
      substitute: z.object({ name: z.string(), phone: z.string() }).nullable(),
    })
    .nullable(),
})

export const peopleOutput = z.object({ people: z.array(person) })

const announcement = z.object({
  id: z.string(),
  placeId: z.string(),
  title: z.string(),
  text: z.string(),
  at: z.string(),
  until: z.string(),
})

const placeId = z.string().regex(/^[a-z0-9-]{1,20}$/, '请从列表里选地方')

export const placeInput = z.object({ id: placeId })
export const placeOutput = z.object({
  place: z.object({
    id: z.string(),
    kind: z.enum(['hall', 'station', 'village']),
    name: z.string(),
    sample: z.boolean(),
    address: z.string(),
    phone: z.string(),
    hours: z.string(),
    location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    windows: z.array(
      z.object({ name: z.string(), units: z.array(z.string()), people: z.array(person) }),
    ),
    /** Who belongs here where there are no windows. */
    people: z.array(person),
    /** 八有, as the last check found them; null where they do not apply. */
    eightHaves: z.record(z.string(), z.boolean()).nullable(),
    duties: z.array(
      z.object({
        date: z.string(),
        kind: z.enum(['leader', 'duty', 'hall', 'thursday', 'reception']),
        what: z.string(),
        start: z.string(),
        end: z.string(),
        name: z.string(),
        post: z.string(),
      }),
    ),
    notices: z.array(announcement),
  }),
})

export const noticesInput = z.object({
  /** The station when left out. */
  placeId: placeId.optional(),
  cursor: cursor.optional(),
})
export const noticesOutput = z.object({ notices: z.array(announcement), next: nextCursor })

export const rulesInput = z.object({ kind: z.enum(['rule', 'wording', 'template']).optional() })
export const rulesOutput = z.object({
  texts: z.array(
    z.object({ id: z.string(), title: z.string(), text: z.string(), sample: z.boolean() }),
  ),
})

export const faqInput = z.object({})
export const faqOutput = z.object({
  faq: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      answer: z.string(),
      sample: z.boolean(),
      items: z.array(z.string()),
      keywords: z.array(z.string()),
    }),
  ),
})
