/** Demo identities: everybody in the sample data who has an openid. Removed before real use. */
import type { SeedData } from './schema'
import { GENERAL_WINDOW } from '../cloudfunctions/core/domain/item'
import { lookupHash, seal } from '../cloudfunctions/core/kernel/crypto'
import { accountId } from '../cloudfunctions/core/kernel/hash'
import type {
  Account,
  ResidentProfile,
  StaffProfile,
} from '../cloudfunctions/core/store/documents/account'

export const demoStaff = (data: SeedData): string[] =>
  data.staff.staff.flatMap(({ demoOpenid }) => demoOpenid ?? [])

export function accountDocuments(data: SeedData): Account[] {
  const township = data.township.id
  const account = (
    openid: string,
    resident: ResidentProfile | null,
    staff: StaffProfile | null,
  ) => ({
    _id: accountId(township, openid),
    township,
    schema: 1,
    v: 1,
    openid,
    resident,
    staff,
  })
  return [
    ...data.staff.staff.flatMap((person) =>
      person.demoOpenid ? [account(person.demoOpenid, null, profileOf(data, person))] : [],
    ),
    ...data.residents.residents.flatMap((person) =>
      person.demoOpenid ? [account(person.demoOpenid, residentOf(person), null)] : [],
    ),
  ]
}

function profileOf(data: SeedData, person: SeedData['staff']['staff'][number]): StaffProfile {
  return {
    id: person.id,
    name: person.name,
    post: person.post,
    roles: person.roles,
    department: person.department,
    departmentName:
      data.departments.departments.find(({ id }) => id === person.department)?.name ?? null,
    units: unitsOf(data, person),
    villageId: person.village,
    window: person.window,
    phone: person.phone,
    abPost: postOf(data, person),
  }
}

/** AB岗: the first cadre of a department is A; the others and its window stand in. */
function postOf(data: SeedData, person: SeedData['staff']['staff'][number]): 'A' | 'B' {
  const first = data.staff.staff.find(
    ({ department, roles }) => department === person.department && roles.includes('cadre'),
  )
  const stands = person.roles.some((role) => role === 'cadre' || role === 'window')
  return stands && first !== person ? 'B' : 'A'
}

/**
 * Whose matters a person handles: a cadre those of their department, a window those of every
 * department at it; window 1 also those of departments without one.
 */
function unitsOf(data: SeedData, person: SeedData['staff']['staff'][number]): string[] {
  if (person.roles.includes('window')) {
    return data.departments.departments
      .filter((unit) => (unit.hallWindow ?? GENERAL_WINDOW) === person.window)
      .map(({ id }) => id)
  }
  return person.department && person.roles.includes('cadre') ? [person.department] : []
}

function residentOf(person: SeedData['residents']['residents'][number]): ResidentProfile {
  return {
    name: person.name,
    villageId: person.village,
    contact: { by: 'phone', phone: seal(person.phone.replace(/ /g, '')) },
    idNumber: seal(person.idNumber),
    idHash: lookupHash('id', person.idNumber),
    consentAt: new Date('2026-01-01T00:00:00+08:00'),
    key: '',
    content: '',
  }
}
