import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
const VILLAGE = { id: 'v01', name: '羊子垭村', households: 412, delivered: 1 }
const ROW = { no: '一组1号', at: '2026-11-20T01:00:00Z', byName: '向明珠', head: '覃大旺' }
const typed = (value: string) => ({ detail: { value } }) as never
const sent = () => phone.calls.filter(({ data }) => data.action === 'deliverHandbook')

beforeEach(() => {
  phone = newPhone()
  phone.on('office.handbookVillages', () => ({ edition: '2026.11', villages: [VILLAGE] }))
  phone.on('office.handbookRegister', () => ({ edition: '2026.11', deliveries: [ROW], next: null }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('送百事通', () => {
  it('shows how far it has come, and notes one more', async () => {
    phone.on('office.deliverHandbook', ({ no }) => ({
      delivery: { no, at: '2026-11-24T01:20:00Z', byName: '向明珠' },
      before: false,
    }))
    const page = await open('packages/station/handbook/handbook')
    await settle(60)
    expect(textOf(page)).toContain('412户，送了1户')
    expect(textOf(page)).toContain('覃大旺')
    page.instance.typeNo?.(typed('二组12号'))
    page.instance.deliver?.()
    await settle(60)
    expect(textOf(page)).toContain('记下了：二组12号有了')
  })

  it('says so when the household has one', async () => {
    phone.on('office.deliverHandbook', () => ({ delivery: ROW, before: true }))
    const page = await open('packages/station/handbook/handbook')
    await settle(60)
    page.instance.typeNo?.(typed('一组1号'))
    page.instance.deliver?.()
    await settle(60)
    expect(textOf(page)).toContain('送过了')
    expect(textOf(page)).toContain('向明珠')
  })

  it('sends nothing without a household, and the same request again when the net was gone', async () => {
    const page = await open('packages/station/handbook/handbook')
    await settle(60)
    page.instance.deliver?.()
    await settle()
    expect(textOf(page)).toContain('写哪一户')
    expect(sent()).toEqual([])
    phone.offline = true
    page.instance.typeNo?.(typed('三组3号'))
    page.instance.deliver?.()
    await settle(1200)
    expect(textOf(page)).toContain('还没记上')
    phone.offline = false
    phone.on('office.deliverHandbook', () => ({ delivery: ROW, before: false }))
    page.instance.deliver?.()
    await settle(60)
    expect(new Set(sent().map(({ data }) => data.requestId)).size).toBe(1)
  })
})
