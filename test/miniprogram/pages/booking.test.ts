import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { APPOINTMENT, GUIDE, HOME, ME, SLOT, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { Phone } from '../support/simulate'

let phone: Phone
const QUERY = { slot: encodeURIComponent(SLOT.id), venue: 'v01', codes: 'MZ-05' }
const booked = () => phone.calls.filter(({ data }) => data.action === 'book')

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.guide', () => ({ item: GUIDE }))
  phone.on('catalog.venues', () => ({ venues: [] }))
  phone.on('account.me', () => ME)
  phone.on('account.permits', () => ({ permits: [] }))
  phone.on('appointment.slots', () => ({ slots: [SLOT], homeVisits: [] }))
  phone.on('appointment.book', () => ({ appointment: APPOINTMENT }))
  phone.on('appointment.detail', () => ({ appointment: APPOINTMENT }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('confirming a booking', () => {
  it('shows when, for whom and what to bring, then opens the ticket', async () => {
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    expect(textOf(page)).toContain('给自己约，覃建国')
    expect(textOf(page)).toContain('带这1样就够')
    await page.instance.confirm?.()
    await settle()
    expect(phone.opened).toEqual(['/packages/booking/ticket/ticket?id=a1&new=1'])
  })

  it('books once when it is tapped many times', async () => {
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    for (let tap = 0; tap < 5; tap++) void page.instance.confirm?.()
    await settle(100)
    void page.instance.confirm?.()
    await settle(100)
    expect(booked()).toHaveLength(1)
  })

  it('asks for permission before it books, and books although it was refused', async () => {
    phone.permission = () => Promise.reject(new Error('20004'))
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    await page.instance.confirm?.()
    expect(booked()).toHaveLength(1)
  })

  it('keeps everything without network and sends the same request again', async () => {
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    phone.offline = true
    await page.instance.confirm?.()
    expect(page.instance.data.trouble).toMatchObject({ title: '没约上', again: '再约一次' })
    expect(phone.opened).toEqual([])
    phone.offline = false
    page.instance.again?.()
    await settle(100)
    expect(new Set(booked().map(({ data }) => data.requestId)).size).toBe(1)
    expect(phone.opened).toHaveLength(1)
  })

  it('shows the server’s own words, and makes another try another request', async () => {
    phone.on('appointment.book', () => refusal('SLOT_FULL', '这个时间约满了，请选别的时间。'))
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    await page.instance.confirm?.()
    expect(page.instance.data.trouble).toMatchObject({ text: '这个时间约满了，请选别的时间。' })
    await page.instance.book?.()
    expect(new Set(booked().map(({ data }) => data.requestId)).size).toBe(2)
  })

  it('says that the first try arrived when only its answer was lost', async () => {
    phone.on('appointment.book', () => refusal('CONFLICT', '不一样'))
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    await page.instance.confirm?.()
    expect(page.instance.data.trouble).toMatchObject({ title: '刚才那次已经约上了' })
  })

  it('sends who is not registered to register, and keeps what was chosen', async () => {
    phone.on('account.me', () => ({ account: null, templates: [] }))
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    await page.instance.confirm?.()
    expect(phone.opened).toEqual(['/packages/help/register/register?why=book'])
    expect(booked()).toHaveLength(0)
    expect(JSON.stringify(phone.stored.get('draft:visit'))).toContain('MZ-05')
  })

  it('takes five matters at most', async () => {
    phone.on('catalog.guide', ({ code }) => ({ item: { ...GUIDE, code } }))
    const codes = ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `MZ-0${letter}`).join(',')
    const page = await open('packages/booking/confirm/confirm', { ...QUERY, codes })
    await settle(100)
    expect(page.instance.data.codes).toHaveLength(5)
    expect(textOf(page)).toContain('一趟最多5件')
  })

  it('says what the village can only begin, and nothing of it in the hall', async () => {
    phone.on('catalog.guide', () => ({ item: { ...GUIDE, inPerson: true } }))
    const there = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    expect(textOf(there)).toContain('村里先看材料，还要去乡里')
    const hall = await open('packages/booking/confirm/confirm', { ...QUERY, venue: 'hall' })
    await settle(100)
    expect(textOf(hall)).not.toContain('村里先看材料')
  })

  it('does not pretend that a time of the past can be had', async () => {
    phone.on('appointment.slots', () => ({ slots: [], homeVisits: [] }))
    const page = await open('packages/booking/confirm/confirm', QUERY)
    await settle(100)
    expect(page.instance.data.status).toBe('error')
    expect(textOf(page)).toContain('另选一个时间')
  })
})

describe('the ticket', () => {
  it('opens without network', async () => {
    await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    phone.offline = true
    const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(1000)
    expect(textOf(page)).toContain('7号')
    expect(page.instance.data.asOf).not.toBe('')
    expect(String(page.instance.data.qr)).toMatch(/^data:image\/gif;base64,/)
  })

  describe('on the day', () => {
    const TODAY = businessDate(new Date())
    const VENUE = { id: 'v01', name: '羊子垭村', agent: { name: '向明珠', phone: '199' } }
    const PERSON = { name: '向明珠', phone: '199 0000 2001' }
    const said = { from: TODAY, until: TODAY, backAt: null, substitute: null }
    const openToday = async (date = TODAY) => {
      phone.on('appointment.detail', () => ({
        appointment: { ...APPOINTMENT, slot: { ...SLOT, date } },
      }))
      phone.on('catalog.venues', () => ({ venues: [VENUE] }))
      const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
      await settle(100)
      return page
    }
    const asked = () => phone.calls.filter(({ data }) => data.action === 'people')

    it('says that the person to be seen is in', async () => {
      phone.on('catalog.people', () => ({
        people: [{ ...PERSON, whereabouts: { ...said, state: 'in' } }],
      }))
      expect(textOf(await openToday())).toContain('接待的是向明珠，在岗')
      expect(asked().map(({ data }) => data.villageId)).toEqual(['v01'])
    })

    it('says who stands in when the person is away', async () => {
      const substitute = { name: '邓秋月', phone: '199 0000 2002' }
      phone.on('catalog.people', () => ({
        people: [{ ...PERSON, whereabouts: { ...said, state: 'out', substitute } }],
      }))
      const text = textOf(await openToday())
      expect(text).toContain('接待的是向明珠')
      expect(text).toContain('邓秋月')
    })

    it('says nothing when nobody knows, and does not ask on another day', async () => {
      phone.on('catalog.people', () => ({ people: [{ ...PERSON, whereabouts: null }] }))
      expect(textOf(await openToday())).not.toContain('接待的是')
      phone.calls.length = 0
      await openToday('2099-11-26')
      expect(asked()).toEqual([])
    })
  })

  it('leads to the place on the map when it is known where that is', async () => {
    const shown: object[] = []
    Object.assign((globalThis as unknown as { simulatedWx: object }).simulatedWx, {
      openLocation: (where: object) => void shown.push(where),
    })
    const bare = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    expect(bare.dom.innerHTML).not.toContain('看地图')
    const location = { latitude: 29.58, longitude: 111.3938 }
    phone.stored.clear()
    phone.on('catalog.venues', () => ({ venues: [{ id: 'v01', location, agent: null }] }))
    const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    expect(page.dom.innerHTML).toContain('看地图，带我去')
    await page.instance.openMap?.()
    expect(shown).toEqual([
      expect.objectContaining({ ...location, name: '羊子垭村', address: '羊子垭村村部一楼' }),
    ])
  })

  it('goes to the family as a calendar file', async () => {
    const sent: { filePath: string }[] = []
    Object.assign((globalThis as unknown as { simulatedWx: object }).simulatedWx, {
      shareFileMessage: (file: { filePath: string }) => {
        sent.push(file)
        return Promise.resolve({})
      },
    })
    const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    await page.instance.calendar?.()
    const [file] = sent
    expect(file?.filePath).toMatch(/\.ics$/)
    const text = phone.written.get(file?.filePath ?? '')
    expect(text).toContain('BEGIN:VEVENT')
    expect(text).toContain('DTSTART')
    expect(text).toContain('7号')
  })

  it.each([
    ['says what works instead when no file can be sent', 'not supported', '没发出去'],
    ['says nothing when somebody changed their mind', 'shareFileMessage:fail cancel', undefined],
  ])('%s', async (_what, errMsg, title) => {
    Object.assign((globalThis as unknown as { simulatedWx: object }).simulatedWx, {
      shareFileMessage: () => Promise.reject(Object.assign(new Error(), { errMsg })),
    })
    const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    await page.instance.calendar?.()
    expect((page.instance.data.trouble as { title?: string } | null)?.title).toBe(title)
  })

  it('goes away when it is given back', async () => {
    phone.on('appointment.cancel', () => ({
      appointment: { ...APPOINTMENT, status: 'cancelled', allowed: [] },
    }))
    const page = await open('packages/booking/ticket/ticket', { id: 'a1' })
    await settle(60)
    await page.instance.cancel?.()
    await settle()
    expect(textOf(page)).toContain('已取消')
  })

  it('of somebody else is not found', async () => {
    phone.on('appointment.detail', () => refusal('NOT_FOUND', '没找到这个号。'))
    const page = await open('packages/booking/ticket/ticket', { id: 'x' })
    await settle(60)
    expect(textOf(page)).toContain('没找到这个号')
  })
})

describe('choosing a time', () => {
  it('has the first free one chosen and shows any day that a link asks for in vain', async () => {
    const page = await open('packages/booking/slots/slots', { venue: 'v01', date: '2020-01-01' })
    await settle(60)
    expect(page.instance.data).toMatchObject({ date: '2099-11-26', slotId: SLOT.id })
  })

  it('asks for the village first when nobody knows it', async () => {
    phone.on('account.me', () => ({ account: null, templates: [] }))
    const page = await open('packages/booking/slots/slots', {})
    await settle(60)
    expect(textOf(page)).toContain('先选是哪个村')
  })

  it('goes nowhere while nothing is chosen', async () => {
    phone.on('appointment.slots', () => ({
      slots: [{ ...SLOT, remaining: 0, state: 'full' }],
      homeVisits: [],
    }))
    const page = await open('packages/booking/slots/slots', { venue: 'v01' })
    await settle(60)
    page.instance.next?.()
    expect(phone.opened).toEqual([])
  })
})
