/** Finding a matter without knowing its name; the handbook to leaf through; the catalogue's version. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { GUIDE, HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone

const item = (code: string, name: string, more: object = {}) => ({
  code,
  name,
  category: 'aid',
  department: 'mz',
  unit: '民政办',
  level: 'county',
  mode: 'proxy',
  instant: false,
  commitDays: 20,
  visits: 0,
  inPerson: false,
  aliases: [],
  keywords: [],
  pinyin: [],
  ...more,
})
const ITEMS = [
  item('MZ-01', '最低生活保障申请'),
  item('MZ-02', '低保情况变更'),
  item('MZ-03', '低保停保'),
  item('MZ-05', '临时救助', { level: 'township', visits: 1 }),
  item('YB-09', '医疗救助申请', { department: 'yb', unit: '医疗保障站' }),
]
const tapped = (dataset: object) => ({ currentTarget: { dataset } }) as never
const asked = (action: string) => phone.calls.filter(({ data }) => data.action === action).length

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.items', () => ({ items: ITEMS, version: '1' }))
  phone.on('catalog.guide', ({ code }) => ({ item: { ...GUIDE, code: String(code) } }))
  phone.on('catalog.people', () => ({ people: [] }))
  phone.on('account.me', () => ME)
  phone.on('case.mine', () => ({ cases: [], next: null }))
})
afterEach(() => {
  document.body.replaceChildren()
})

it('what cannot wait is a number to dial, above whatever was found', async () => {
  const page = await open('pages/home/home')
  await settle(100)
  page.instance.typed?.({ detail: { value: '屋里起火了' } } as never)
  await settle(20)
  expect(textOf(page)).toContain('火警119')
  page.instance.typed?.({ detail: { value: '低保' } } as never)
  await settle(20)
  expect(textOf(page)).not.toContain('火警')
})

describe('the catalogue on the phone', () => {
  it('is fetched again only when the home page names another version', async () => {
    await open('pages/home/home')
    await settle(100)
    await open('pages/home/home')
    await settle(100)
    expect(asked('items')).toBe(1)
    phone.on('catalog.home', () => ({ ...HOME, catalogVersion: '2' }))
    await open('pages/home/home')
    await settle(100)
    expect(asked('items')).toBe(2)
  })

  it('answers without network, also when it has changed meanwhile', async () => {
    await open('pages/home/home')
    await settle(100)
    phone.offline = true
    const page = await open('packages/guide/items/items', { category: 'aid' })
    await settle(1200)
    expect(textOf(page)).toContain('临时救助')
  })
})

describe('我要办什么', () => {
  it('asks, takes an answer back, and ends with the few that fit', async () => {
    const page = await open('packages/guide/ask/ask')
    await settle(100)
    expect(textOf(page)).toContain('您想做什么？')
    page.instance.choose?.(tapped({ id: 'end', text: '停掉' }))
    await settle()
    expect(textOf(page)).toContain('低保停保')
    expect(textOf(page)).not.toContain('临时救助')
    page.instance.back?.()
    await settle()
    expect(textOf(page)).toContain('您想做什么？')
    page.instance.choose?.(tapped({ id: '' }))
    await settle()
    page.instance.choose?.(tapped({ id: '' }))
    await settle()
    expect(textOf(page)).toContain('大概是这5件里的')
    page.instance.open?.(tapped({ code: 'MZ-05' }))
    expect(phone.opened).toContain('/packages/guide/item/item?code=MZ-05')
  })
})

describe('the page of a village', () => {
  const PLACE = {
    ...{ id: 'v01', kind: 'village', name: '羊子垭村', sample: false, address: '村部', phone: '1' },
    ...{ hours: '周四', location: null, windows: [], people: [], eightHaves: null, notices: [] },
  }
  const duty = { kind: 'thursday', what: '周四驻村', start: '08:30', end: '17:30', post: '主任' }

  it('says when somebody comes, who, why not on Thursday, and what can be done', async () => {
    const [day] = HOME.thursdays
    phone.on('catalog.home', () => ({
      ...HOME,
      thursdays: [{ ...day, movedFrom: '2099-11-24' }],
    }))
    phone.on('catalog.place', () => ({
      place: { ...PLACE, duties: [{ ...duty, date: day?.date, name: '蒋福生' }] },
    }))
    const page = await open('packages/places/place/place', { id: 'v01' })
    await settle(150)
    expect(textOf(page)).toContain('干部进村')
    expect(textOf(page)).toContain('放假，改到这天')
    expect(textOf(page)).toContain('蒋福生（主任）来')
    expect(textOf(page)).toMatch(/村里能办\d+件事/)
    page.instance.openItems?.()
    expect(phone.opened).toEqual(['/packages/guide/items/items?only=village'])
    const items = await open('packages/guide/items/items', { only: 'village' })
    await settle(100)
    expect(items.instance.data.on).toEqual({ village: true })
  })
})

describe('all matters', () => {
  it('by department, and only what spares the way; nothing left says so', async () => {
    const page = await open('packages/guide/items/items', { category: 'aid' })
    await settle(100)
    page.instance.toggle?.(tapped({ key: 'here' }))
    await settle()
    expect(textOf(page)).toContain('临时救助')
    expect(textOf(page)).not.toContain('低保停保')
    page.instance.toggle?.(tapped({ key: 'noTrip' }))
    await settle()
    expect(textOf(page)).toContain('这一类里没有这样的')
    page.instance.allOfGroup?.()
    page.instance.turn?.(tapped({ id: 'unit' }))
    page.instance.choose?.(tapped({ id: 'yb' }))
    await settle()
    expect(textOf(page)).toContain('医疗救助申请')
    expect(textOf(page)).not.toContain('临时救助')
  })
})

describe('百事通', () => {
  it('opens at its contents, turns pages, and comes round', async () => {
    const page = await open('packages/guide/handbook/handbook')
    await settle(100)
    expect(textOf(page)).toContain('5项，2026.11版')
    page.instance.openChapter?.(tapped({ id: 'aid' }))
    await settle()
    expect(textOf(page)).toContain('低保停保')
    page.instance.openLeaf?.(tapped({ at: 0 }))
    await settle(60)
    expect(textOf(page)).toContain('第1项，共5项')
    expect(textOf(page)).toContain('居民身份证')
    page.instance.previous?.()
    await settle(60)
    expect(textOf(page)).toContain('第5项，共5项')
  })

  it('says what now when a page cannot be fetched', async () => {
    const page = await open('packages/guide/handbook/handbook', { code: 'MZ-02' })
    await settle(100)
    phone.offline = true
    page.instance.next?.()
    await settle(1200)
    expect(textOf(page)).toContain('没连上网')
    phone.offline = false
    page.instance.retry?.()
    await settle(100)
    expect(textOf(page)).toContain('居民身份证')
  })
})

describe('a matter that is no more', () => {
  it('says why and leads to the one that took its place', async () => {
    const retired = { reason: '改由县里办', replacedBy: { code: 'ZH-01', name: '政策咨询' } }
    phone.on('catalog.guide', () => ({ item: { ...GUIDE, retired } }))
    const page = await open('packages/guide/item/item', { code: 'MZ-05' })
    await settle(100)
    expect(textOf(page)).toContain('这个事项不办了')
    expect(textOf(page)).not.toContain('现在就交')
    page.instance.openReplacement?.()
    expect(phone.opened).toContain('/packages/guide/item/item?code=ZH-01')
  })

  it('a code that nobody has says so', async () => {
    phone.on('catalog.guide', () => refusal('NOT_FOUND', '没找到这个事项。'))
    const page = await open('packages/guide/item/item', { code: 'XX-99' })
    await settle(100)
    expect(textOf(page)).toContain('没找到')
  })
})
