/** Counts database requests per action, split into caller, work up to the answer, and sends. */
import type { LocalCloud, Trip } from './local-cloud'
import { CADRE, LEADER, newRequest, SUPERVISOR, VILLAGER } from './people'
import { APPLICANT, slotsOf, submit } from './steps'

/** Requests up to the answer, the caller's own record and sends apart (docs/design.md). */
export const BUDGETS: Readonly<Record<string, number>> = {
  'catalog.home': 1,
  'catalog.items': 1,
  'catalog.guide': 1,
  'catalog.venues': 1,
  'appointment.slots': 1,
  // 3 because one person has one seat per half day across all places: claim, then seat.
  'appointment.book': 3,
  'appointment.mine': 1,
  'appointment.detail': 1,
  'case.track': 1,
  'case.submit': 2,
  'case.mine': 1,
  'case.detail': 1,
  'case.inbox': 1,
  'case.accept': 2,
  'case.progress': 2,
  'case.decide': 2,
  'case.complete': 2,
  'rating.rate': 2,
  'account.inbox': 1,
  'catalog.people': 1,
  // The numbers booked, and who is there.
  'appointment.day': 2,
  'supervision.board': 2,
  // Eight collections in one request; the month so far is kept in the warm worker.
  'supervision.watch': 1,
}

export interface MeasuredTrips {
  readonly name: string
  readonly caller: number
  readonly work: number
  readonly sends: number
}

/** Lives the main story once with warm workers and reads the counts off the gateway. */
export async function measureTrips(cloud: LocalCloud): Promise<MeasuredTrips[]> {
  const [first, second] = await slotsOf(cloud)
  const book = (slotId: string | undefined, name: string) =>
    cloud.ok<{ appointment: { id: string } }>(VILLAGER, 'appointment.book', {
      slotId,
      codes: ['MZ-05'],
      for: { name },
      requestId: newRequest(),
    })
  await book(first?.id, '甲')
  await submit(cloud)
  // Names of departments, closed days and the calendar are kept in the warm workers.
  await cloud.ok(LEADER, 'supervision.board')
  await cloud.ok(null, 'catalog.home')
  await cloud.ok(null, 'rating.stats')
  await cloud.ok(VILLAGER, 'account.me')
  const before = (await cloud.trips()).length

  await cloud.ok(null, 'catalog.home')
  await cloud.ok(null, 'catalog.items')
  await cloud.ok(null, 'catalog.guide', { code: 'MZ-05' })
  await cloud.ok(null, 'catalog.venues')
  await slotsOf(cloud)
  const { appointment } = await book(second?.id, '乙')
  await cloud.ok(VILLAGER, 'appointment.mine')
  await cloud.ok(VILLAGER, 'appointment.detail', { id: appointment.id })
  const { case: receipt } = await cloud.ok<{
    case: { id: string; number: string; queryCode: string }
  }>(VILLAGER, 'case.submit', {
    code: 'MZ-05',
    applicant: APPLICANT,
    materials: [],
    requestId: newRequest(),
  })
  await cloud.ok(null, 'case.track', { number: receipt.number, code: receipt.queryCode })
  await cloud.ok(VILLAGER, 'case.mine')
  await cloud.ok(VILLAGER, 'case.detail', { id: receipt.id })
  await cloud.ok(CADRE, 'case.inbox')
  const work = () => ({ id: receipt.id, requestId: newRequest() })
  await cloud.ok(CADRE, 'case.accept', work())
  await cloud.ok(CADRE, 'case.progress', { ...work(), text: '上门看过了' })
  await cloud.ok(CADRE, 'case.decide', { ...work(), outcome: 'approve', reply: '批了' })
  await cloud.ok(CADRE, 'case.complete', work())
  await cloud.ok(VILLAGER, 'rating.rate', {
    targetId: receipt.id,
    level: 2,
    requestId: newRequest(),
  })
  await cloud.ok(VILLAGER, 'account.inbox')
  await cloud.ok(null, 'catalog.people', { departmentId: 'mz' })
  await cloud.ok(CADRE, 'appointment.day', { venueId: 'v01', date: '2026-11-26' })
  await cloud.ok(LEADER, 'supervision.board')
  await cloud.ok(SUPERVISOR, 'supervision.watch')
  return (await cloud.trips()).slice(before).map(splitTrip)
}

/** Sending begins with the look-up of the people a notice is for. */
export function splitTrip({ name, action, openid, requests }: Trip): MeasuredTrips {
  const database = requests.filter((request) => request.action.startsWith('database.'))
  const caller = openid && database[0]?.collection === 'accounts' ? 1 : 0
  const firstSend = database.findIndex(
    ({ collection }, index) => index > 0 && collection === 'accounts',
  )
  const answered = firstSend === -1 ? database.length : firstSend
  return {
    name: `${name}.${action ?? ''}`,
    caller,
    work: answered - caller,
    sends: database.length - answered,
  }
}
