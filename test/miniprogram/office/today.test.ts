import { afterEach, beforeEach, expect, it } from '@jest/globals'
import type { Day, Visitor } from '../../../miniprogram/services/office'
import { newPhone, open, settle } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff } from './answers'

const VISITOR: Visitor = {
  id: 'a1',
  ticket: '5',
  start: '09:00',
  end: '09:30',
  name: '覃建国',
  items: [{ code: 'MZ-05', name: '临时救助' }],
  note: '',
  contact: null,
  state: 'waiting',
  home: false,
  place: '',
  villageId: 'v01',
  priority: '',
  window: '',
  came: '',
  numbers: [],
}

const dayWith = (state: Visitor['state']): Day => ({
  visitors: [{ ...VISITOR, state }],
  walkIns: [],
  order: state === 'waiting' ? ['a1'] : [],
  free: 3,
  walkInPlaces: 4,
  counts: null,
})

let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

it('an answer that comes late does not close what was opened meanwhile', async () => {
  phone.on('catalog.venues', () => ({ venues: [] }))
  phone.on('appointment.slots', () => ({ slots: [] }))
  let state: Visitor['state'] = 'waiting'
  phone.on('appointment.day', () => dayWith(state))
  phone.on('appointment.callNext', () => {
    state = 'called'
    return { entry: { ...VISITOR, state, ahead: 0, dueAt: null } }
  })
  const page = await open('packages/office/today/today')
  await settle(60)
  const called = page.instance.next?.(undefined as never)
  page.instance.openPerson?.({ currentTarget: { dataset: { id: 'a1' } } } as never)
  await called
  await settle(60)
  const { person, actions, said } = page.instance.data as {
    person: { id: string } | null
    actions: readonly { text: string }[]
    said: string
  }
  expect(said).toBe('请5号，覃建国')
  expect(person?.id).toBe('a1')
  expect(actions[0]?.text).toBe('收他的件')
})

it('offers in an open sheet what can be done now, not what could be done when it was opened', async () => {
  phone.on('catalog.venues', () => ({ venues: [] }))
  phone.on('appointment.slots', () => ({ slots: [] }))
  let state: Visitor['state'] = 'waiting'
  phone.on('appointment.day', () => dayWith(state))
  const page = await open('packages/office/today/today')
  await settle(60)
  page.instance.openPerson?.({ currentTarget: { dataset: { id: 'a1' } } } as never)
  const offered = () =>
    (page.instance.data as { actions: readonly { text: string }[] }).actions.map(({ text }) => text)
  expect(offered()).toEqual(['叫他'])
  state = 'called'
  await page.instance.refresh?.(undefined as never)
  await settle(60)
  expect(offered()[0]).toBe('收他的件')
})
