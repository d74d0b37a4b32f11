/** What no single file can tell: unique ids, and that everything referred to exists. */
import type { SeedProblem } from './read'
import type { SeedData } from './schema'

interface Row {
  readonly file: string
  readonly index: number
  readonly name: string
}

/** A list in which a value may not stand twice, e.g. item codes. */
interface UniqueList {
  readonly file: string
  readonly field: string
  readonly values: readonly (string | null)[]
  readonly names?: readonly string[]
}

export function referenceProblems(seed: SeedData): SeedProblem[] {
  return [
    ...uniqueLists(seed).flatMap(duplicates),
    ...itemProblems(seed),
    ...placeProblems(seed),
    ...peopleProblems(seed),
  ]
}

const rowName = ({ index, name }: Row): string => `第${String(index + 1)}行 ${name}`

const problem = (row: Row, field: string, what: string): SeedProblem => ({
  file: row.file,
  row: rowName(row),
  field,
  problem: what,
})

function uniqueLists(seed: SeedData): UniqueList[] {
  const ids = (file: string, rows: readonly { readonly id: string }[]): UniqueList => ({
    file,
    field: 'id',
    values: rows.map(({ id }) => id),
  })
  const { staff } = seed.staff
  const { residents } = seed.residents
  return [
    ids('categories.json', seed.categories.categories),
    ids('departments.json', seed.departments.departments),
    { file: 'items.json', field: 'code', values: seed.items.items.map(({ code }) => code) },
    ids('villages.json', seed.villages.villages),
    {
      file: 'households.json',
      field: 'no',
      values: seed.households.households.map(({ village, no }) => `${village} ${no}`),
    },
    ids('staff.json', staff),
    ids('residents.json', residents),
    ids('rules-text.json', seed['rules-text'].texts),
    ids('faq.json', seed.faq.faq),
    { file: 'calendar.json', field: 'date', values: seed.calendar.days.map(({ date }) => date) },
    {
      file: 'residents.json',
      field: 'idNumber',
      values: residents.map(({ idNumber }) => idNumber),
      names: residents.map(({ id }) => id),
    },
    {
      file: 'staff.json 和 residents.json',
      field: 'demoOpenid',
      values: [...staff, ...residents].map(({ demoOpenid }) => demoOpenid),
      names: [...staff, ...residents].map(({ id }) => id),
    },
  ]
}

function duplicates({ file, field, values, names = [] }: UniqueList): SeedProblem[] {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (value === null) return []
    if (seen.has(value)) {
      return [problem({ file, index, name: names[index] ?? value }, field, '和前面的重复')]
    }
    seen.add(value)
    return []
  })
}

const missing = (row: Row, field: string, known: ReadonlySet<string>, values: readonly string[]) =>
  values.filter((value) => !known.has(value)).map((value) => problem(row, field, `没有“${value}”`))

const idSet = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id))

function itemProblems(seed: SeedData): SeedProblem[] {
  const departments = idSet(seed.departments.departments)
  const categories = idSet(seed.categories.categories)
  const staffed = new Set(
    seed.staff.staff
      .filter(({ roles }) => roles.includes('cadre'))
      .map(({ department }) => department),
  )
  return seed.items.items.flatMap((item, index) => {
    const row = { file: 'items.json', index, name: item.code }
    const referred = [
      ...missing(row, 'category', categories, [item.category]),
      ...missing(row, 'department', departments, [item.department]),
      ...missing(row, 'branches', departments, item.branches ?? []),
      ...missing(
        row,
        'conditionalBranches',
        departments,
        (item.conditionalBranches ?? []).map(({ department }) => department),
      ),
      ...missing(
        row,
        'branchTasks',
        departments,
        (item.branchTasks ?? []).map(({ department }) => department),
      ),
    ]
    const keys = item.materials.map(({ key }) => key)
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
    return [
      ...referred,
      ...twice.map((key) => problem(row, 'materials', `材料“${key}”写了两遍`)),
      ...(referred.length === 0 && !staffed.has(item.department)
        ? [problem(row, 'department', `“${item.department}”没有经办的干部，公开不了服务人员`)]
        : []),
    ]
  })
}

function placeProblems(seed: SeedData): SeedProblem[] {
  const agents = idSet(seed.staff.staff.filter(({ roles }) => roles.includes('agent')))
  const items = new Set(seed.items.items.map(({ code }) => code))
  const villages = idSet(seed.villages.villages)
  return [
    ...seed.villages.villages.flatMap((village, index) =>
      missing({ file: 'villages.json', index, name: village.id }, 'agent', agents, [village.agent]),
    ),
    ...seed.households.households.flatMap(({ village, no }, index) =>
      missing({ file: 'households.json', index, name: no }, 'village', villages, [village]),
    ),
    ...seed.faq.faq.flatMap(({ id, items: codes }, index) =>
      missing({ file: 'faq.json', index, name: id }, 'items', items, codes),
    ),
  ]
}

function peopleProblems(seed: SeedData): SeedProblem[] {
  const departments = idSet(seed.departments.departments)
  const villages = idSet(seed.villages.villages)
  const residents = idSet(seed.residents.residents)
  const windows = new Set(
    seed.departments.departments.flatMap(({ hallWindow }) => hallWindow ?? []),
  )
  const some = (value: string | null) => (value === null ? [] : [value])
  return [
    ...seed.staff.staff.flatMap((person, index) => {
      const row = { file: 'staff.json', index, name: person.id }
      return [
        ...missing(row, 'department', departments, some(person.department)),
        ...missing(row, 'village', villages, some(person.village)),
        ...missing(row, 'window', windows, some(person.window)),
      ]
    }),
    ...seed.residents.residents.flatMap((person, index) => {
      const row = { file: 'residents.json', index, name: person.id }
      return [
        ...missing(row, 'village', villages, [person.village]),
        ...missing(row, 'family', residents, person.family),
      ]
    }),
  ]
}
