/** The township's data files, as zod schemas: what is wrong is named by file, row and field. */
import * as z from 'zod'
import { itemFields, phoneNumber } from '../cloudfunctions/core/kernel/item-schema'
import { slotTemplate } from '../cloudfunctions/core/kernel/slot-template'
import { isBusinessDate } from '../miniprogram/shared/dates'
import { isIdNumber } from '../miniprogram/shared/identity'

const filled = z.string().refine((text) => text.trim() !== '', '不能空着')

/** What the file says about itself; data that is a sample says so here. */
const note = z.string().optional()

const id = z.string().regex(/^[a-z0-9-]+$/, '只能用小写字母、数字和横杠')
const date = z.string().refine(isBusinessDate, '不是日子，要写成 2026-01-01')
const phone = phoneNumber

const OUTSIDE = {
  latitude: '纬度在 3 到 54 之间，看看是不是和经度写反了',
  longitude: '经度在 73 到 136 之间，看看是不是和纬度写反了',
} as const

/** 经纬度: GCJ-02, degrees; both or none. Written the wrong way round they are not in the country. */
const onMap = {
  latitude: z.number().min(3, OUTSIDE.latitude).max(54, OUTSIDE.latitude).optional(),
  longitude: z.number().min(73, OUTSIDE.longitude).max(136, OUTSIDE.longitude).optional(),
}

type OnMap = z.infer<z.ZodObject<typeof onMap>>

const bothOrNone = ({ value, issues }: z.core.ParsePayload<OnMap>): void => {
  const { latitude, longitude } = value
  if ((latitude === undefined) === (longitude === undefined)) return
  const path = [latitude === undefined ? 'latitude' : 'longitude']
  issues.push({ code: 'custom', input: value, path, message: '纬度和经度要一起填，或者都空着' })
}

const place = z
  .object({ name: filled, address: filled, phone, hours: filled, ...onMap })
  .check(bothOrNone)

export const townshipFile = z.object({
  note,
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, '用小写字母开头'),
  name: filled,
  county: filled,
  station: place,
  hall: place,
  supervisorPhone: phone,
  /** 县才写：管哪些乡, which it sees in sums. */
  oversees: z.array(id).optional(),
  slotTemplates: z.object({
    hall: slotTemplate,
    village: slotTemplate,
    /** 赶场: at the hall, beside its working days. */
    market: slotTemplate.optional(),
    horizonDays: z.int().min(7).max(120),
  }),
})

export const calendarFile = z.object({
  note,
  verifiedUntil: date,
  days: z.array(z.object({ date, off: z.boolean(), name: filled })),
})

export const categoriesFile = z.object({
  note,
  categories: z.array(z.object({ id, name: filled, icon: filled, order: z.int() })),
})

export const departmentsFile = z.object({
  note,
  departments: z.array(
    z.object({
      id,
      name: filled,
      formerName: z.string().nullable(),
      duties: filled,
      hallWindow: z.string().nullable(),
      phone,
      inHall: z.boolean(),
    }),
  ),
})

export const itemsFile = z.object({
  note,
  version: filled,
  items: z.array(
    z
      .object({
        ...itemFields,
        branches: z.array(id).optional(),
        conditionalBranches: z.array(z.object({ department: id, when: filled })).optional(),
        branchTasks: z.array(z.object({ department: id, task: filled })).optional(),
      })
      .refine((item) => item.mode !== 'joint' || (item.branches?.length ?? 0) >= 2, {
        path: ['branches'],
        message: '联合审批至少要有两个部门',
      }),
  ),
})

export const villagesFile = z.object({
  note,
  villages: z.array(
    z.object({
      id,
      name: filled,
      sample: z.boolean(),
      households: z.int().min(1),
      room: z
        .object({
          address: filled,
          phone,
          hours: filled,
          ...onMap,
          thursdayService: z.boolean(),
          eightHaves: z.strictObject(
            {
              place: z.boolean(),
              sign: z.boolean(),
              rules: z.boolean(),
              ledger: z.boolean(),
              telephone: z.boolean(),
              computer: z.boolean(),
              noticeBoard: z.boolean(),
              agent: z.boolean(),
            },
            '“八有”要八样都写',
          ),
        })
        .check(bothOrNone),
      agent: id,
    }),
  ),
})

export const staffFile = z.object({
  note,
  staff: z.array(
    z.object({
      id,
      name: filled,
      post: filled,
      department: id.nullable(),
      village: id.nullable(),
      window: z.string().nullable(),
      roles: z
        .array(z.enum(['agent', 'window', 'cadre', 'leader', 'head', 'supervisor', 'admin']))
        .min(1, '至少要有一个身份'),
      phone,
      demoOpenid: z.string().nullable(),
    }),
  ),
})

export const residentsFile = z.object({
  note,
  residents: z.array(
    z.object({
      id,
      name: filled,
      village: id,
      age: z.int().min(0).max(130),
      phone,
      idNumber: z.string().refine(isIdNumber, '身份证号不对'),
      smartphone: z.boolean(),
      demoOpenid: z.string().nullable(),
      family: z.array(id),
      situation: filled,
    }),
  ),
})

export const rulesFile = z.object({
  note,
  texts: z.array(
    z.object({
      id,
      title: filled,
      kind: z.enum(['rule', 'wording', 'template']),
      sample: z.boolean(),
      text: filled,
      placeholders: z.array(z.unknown()).optional(),
    }),
  ),
})

export const faqFile = z.object({
  note,
  faq: z.array(
    z.object({
      id,
      question: filled,
      answer: filled,
      items: z.array(filled),
      keywords: z.array(filled),
    }),
  ),
})

/** 全乡的户, for the register of the handbook; a township may begin without it. */
export const householdsFile = z.object({
  note,
  households: z.array(
    z.object({
      village: id,
      no: z.string().regex(/^[0-9A-Za-z-]{1,20}$/, '户号只能用数字、字母和横杠'),
      group: filled,
      head: z.string().nullable(),
    }),
  ),
})

/** Every file by its name, in the order in which they are checked. */
export const FILES = {
  township: townshipFile,
  calendar: calendarFile,
  categories: categoriesFile,
  departments: departmentsFile,
  items: itemsFile,
  villages: villagesFile,
  staff: staffFile,
  residents: residentsFile,
  'rules-text': rulesFile,
  faq: faqFile,
} as const

/** Files that may be missing, with what stands for them then. */
export const OPTIONAL_FILES = { households: householdsFile } as const
export const NO_FILES = { households: { households: [] } } as const

type Contents<Files extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Files]: z.infer<Files[Name]>
}

export type SeedData = Contents<typeof FILES> & Contents<typeof OPTIONAL_FILES>
