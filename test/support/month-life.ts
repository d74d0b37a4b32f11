/**
 * What else happens on a day of the month: people come to the counters with or without a number,
 * cadres visit, windows are rated, bad ratings are followed up, warnings are appealed against.
 */
import { dataFile } from '../domain/support/township'
import type { Admin } from './admin'
import type { LocalCloud } from './local-cloud'
import { newRequest, SUPERVISOR } from './people'

type Roll = (sides: number) => number

/** What those who were there saw; the program keeps no names of it. */
export interface Seen {
  /** Matters of booked people who came. */
  kept: { code: string; venueId: string }[]
  /** People who took a number, by the item of their first matter. */
  came: { code: string; venueId: string }[]
  /** Matters for which a second notice without a reason was refused. */
  blocked: string[]
  /** A matter whose bad rating is followed up to a second one. */
  badlyRated: string
}

interface Seat {
  readonly id: string
  readonly offer?: object | null
  readonly items: readonly { readonly code: string }[]
}

const CODES = dataFile<{ items: { code: string }[] }>('items').items.map(({ code }) => code)
const DEPARTMENTS = dataFile<{ departments: { id: string }[] }>('departments').departments.map(
  ({ id }) => id,
)
const village = (roll: Roll): string => `v${String(1 + roll(23)).padStart(2, '0')}`

/** Two of three who booked come; a few come without a number. */
export async function comeToCounters(
  cloud: LocalCloud,
  admin: Admin,
  roll: Roll,
  day: string,
  seen: Seen,
): Promise<void> {
  const slots = await admin.find<{ venueId: string; seats: Seat[] }>('slots', {
    date: day,
    'seats.0': { $exists: true },
  })
  for (const { venueId, seats } of slots) {
    for (const { id, items, offer } of seats) {
      if (offer || roll(3) === 0) continue
      const at = venueId === 'hall' ? 'demo-window-1' : `demo-agent-${venueId}`
      await cloud.ok(at, 'appointment.checkIn', { venueId, ticket: id, requestId: newRequest() })
      seen.kept.push(...items.map(({ code }) => ({ code, venueId })))
      seen.came.push({ code: items[0]?.code ?? '', venueId })
    }
  }
  for (let n = roll(3); n > 0; n--) {
    const code = CODES[roll(CODES.length)] ?? ''
    const walkIn = { venueId: 'hall', codes: [code], requestId: newRequest() }
    await cloud.ok('demo-window-1', 'appointment.walkIn', walkIn)
    seen.came.push({ code, venueId: 'hall' })
  }
}

interface FollowUp {
  readonly _id: string
  readonly state: string
  readonly unit: string
  readonly callUnit: string
  readonly targetId: string
  readonly origin: string
  readonly ownerId: string | null
}

/** Visits, ratings at the desk, follow-ups and appeals of one day. */
export async function watchOver(
  cloud: LocalCloud,
  admin: Admin,
  roll: Roll,
  day: string,
  { badlyRated }: Seen,
): Promise<void> {
  const department = DEPARTMENTS[roll(DEPARTMENTS.length)] ?? ''
  const villageId = village(roll)
  const visitor = roll(3) === 0 ? `demo-agent-${villageId}` : `demo-cadre-${department}`
  const visit = { villageId, on: day, consent: false, opinion: false, requestId: newRequest() }
  await cloud.ok(visitor, 'office.visit', visit)
  if (roll(2) === 0) {
    await cloud.ok(`demo-villager-${String(1 + roll(8))}`, 'rating.rateVisit', {
      window: 1 + roll(4),
      level: 1 + roll(5),
      requestId: newRequest(),
    })
  }
  for (const doc of await admin.find<FollowUp>('rectifications', { open: true })) {
    const surely = doc.targetId === badlyRated
    if (surely || roll(3) > 0) await followUp(cloud, roll, doc, surely)
  }
  await appealOne(cloud, admin, roll)
}

async function followUp(
  cloud: LocalCloud,
  roll: Roll,
  doc: FollowUp,
  surely: boolean,
): Promise<void> {
  const { _id: id, state } = doc
  const act = (openid: string, action: string, content: object) =>
    cloud.ok(openid, `rating.${action}`, { id, requestId: newRequest(), ...content })
  if (state === 'to_contact') {
    const outcome = (['told', 'told', 'settled', 'unreached'] as const)[surely ? 0 : roll(4)]
    await act(`demo-cadre-${doc.callUnit}`, 'contact', { outcome, text: '说等得太久' })
  } else if (state === 'to_rectify') {
    await act(`demo-cadre-${doc.unit}`, 'rectify', { text: '加了一个窗口' })
    const again = { targetId: doc.targetId, level: 1 + roll(5), requestId: newRequest() }
    const openid = await villagerOf(cloud, doc)
    if (openid) await cloud.ok(openid, 'rating.rateAgain', again)
  } else if (state === 'to_revisit') {
    await act(`demo-cadre-${doc.callUnit}`, 'revisit', { outcome: 'settled' })
  }
}

/** The phone on which a matter was rated; null for a visit to a window and for a sampled call. */
async function villagerOf(cloud: LocalCloud, doc: FollowUp): Promise<string | null> {
  if (doc.origin !== 'rating' || doc.ownerId === null) return null
  for (let n = 1; n <= 8; n++) {
    const openid = `demo-villager-${String(n)}`
    if ((await cloud.code(openid, 'case.detail', { id: doc.targetId })) === 'OK') return openid
  }
  return null
}

/** One warning of the day is appealed against; the supervisor takes half of those back. */
async function appealOne(cloud: LocalCloud, admin: Admin, roll: Roll): Promise<void> {
  const [warning] = await admin.find<{ _id: string; unit: string }>('warnings', {
    state: 'standing',
  })
  if (!warning || roll(3) > 0) return
  const { _id: id, unit } = warning
  const text = '那天停电，系统进不去'
  const requestId = newRequest()
  await cloud.ok(`demo-cadre-${unit}`, 'supervision.appealWarning', { id, text, requestId })
  const judgement = { id, stands: roll(2) === 0, reason: '看了记录', requestId: newRequest() }
  await cloud.ok(SUPERVISOR, 'supervision.judgeWarning', judgement)
}
