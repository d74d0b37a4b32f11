import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { boardView } from '../../../miniprogram/packages/station/board/view'
import { helpedPeople } from '../../../miniprogram/packages/station/people'
import { staffStart, staffTabs } from '../../../miniprogram/services/roles'
import type { Role } from '../../../miniprogram/services/roles'
import { backChoices, whereText } from '../../../miniprogram/shared/whereabouts'
import { HOME } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff, BOARD, STAFF_ME } from './answers'

let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('roles', () => {
  it('have a start and a bar of their own', () => {
    const starts = [
      'cadre',
      'window',
      'agent',
      'leader',
      'supervisor',
      'admin',
      'villager',
    ] as const
    expect(starts.map((role) => staffStart({ roles: [role] }))).toEqual([
      '/packages/office/inbox/inbox',
      '/packages/office/inbox/inbox',
      '/packages/station/agent/agent',
      '/packages/station/board/board',
      '/packages/station/board/board',
      '/packages/office/me/me',
      '',
    ])
    const bar = (...roles: Role[]) => staffTabs({ roles }).map(({ text }) => text)
    expect(bar('leader')).toEqual(['看板', '要办的', '我的'])
    expect(bar('agent')).toEqual(['要办的', '今天', '本村', '我的'])
    expect(bar('leader', 'cadre')).toEqual(['看板', '要办的', '今天', '我的'])
    expect(staffTabs(null)).toEqual([])
  })
})

describe('the board', () => {
  it('keeps the departments in fixed order and ranks nobody', () => {
    const view = boardView(BOARD, new Date('2026-11-24T01:30:00.000Z'))
    expect(view.bars.map(({ name, number, width }) => [name, number, width])).toEqual([
      ['民政办', '2', 29],
      ['医疗保障站', '7', 100],
    ])
    expect(view.rest).toBe('另外1个部门没有在办的。')
    expect(view.when).toBe('今天 9:20')
  })

  it('shows sums and says that they are no ranks', async () => {
    const page = await open('packages/station/board/board')
    await settle(60)
    expect(textOf(page)).toContain('还有4件没答复')
    expect(textOf(page)).toContain('不排名次')
    page.instance.onHide?.()
  })

  it('says first what the leader must decide, and leads to the most urgent matter', async () => {
    const page = await open('packages/station/board/board')
    await settle(60)
    expect(textOf(page)).toContain('2件有争议，要定谁办；1件在请别的部门接手')
    expect(textOf(page)).toContain('答复数是收件数的75%')
    page.instance.openMatter?.({ currentTarget: { dataset: { id: 'c1' } } } as never)
    page.instance.openAgenda?.()
    page.instance.openBulletins?.()
    expect(phone.opened).toEqual([
      '/packages/office/case/case?id=c1',
      '/packages/supervise/agenda/agenda',
      '/packages/supervise/bulletin/bulletin',
    ])
    page.instance.onHide?.()
  })

  it('looks again every five seconds, only while somebody looks at it', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout'] })
    try {
      const page = await open('packages/station/board/board')
      const looks = () => phone.calls.filter(({ data }) => data.action === 'board').length
      expect(looks()).toBe(1)
      jest.advanceTimersByTime(5000)
      await settle(60)
      expect(looks()).toBe(2)
      page.instance.onHide?.()
      jest.advanceTimersByTime(60_000)
      await settle(60)
      expect(looks()).toBe(2)
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('whereabouts', () => {
  it('are said in plain words', () => {
    const said = {
      state: 'village' as const,
      until: '2026-11-24',
      backAt: '11:30',
      substitute: null,
    }
    expect(whereText(said, '2026-11-24')).toBe('下村到11:30')
    expect(whereText({ ...said, substitute: { name: '邓秋月' } }, '2026-11-24')).toBe(
      '下村到11:30，邓秋月替岗',
    )
    expect(whereText({ ...said, state: 'leave', until: '2026-11-27' }, '2026-11-24')).toBe(
      '休假到11月27日',
    )
    expect(whereText(null, '2026-11-24')).toBe('今天还没挂去向')
  })

  it('offer only times that are still ahead', () => {
    const keys = backChoices('2026-11-24', '12:00').map(({ key }) => key)
    expect(keys).toEqual(['today', '14:30', '16:30', 'tomorrow', 'friday'])
  })

  it('are hung by one tap, once', async () => {
    phone.on('catalog.people', () => ({
      people: [
        {
          name: '蒋福生',
          post: '民政办主任',
          phone: '1',
          whereabouts: { state: 'village', until: '2099-01-01', backAt: null, substitute: null },
        },
      ],
    }))
    const where = { state: 'in', from: '', until: '2099-01-01', backAt: null, substitute: null }
    phone.on('office.whereabouts', () => ({ whereabouts: where }))
    const page = await open('components/staff-head/staff-head')
    await settle(60)
    expect(textOf(page)).toContain('蒋福生，民政办主任')
    expect(textOf(page)).toContain('我回来了')
    for (let tap = 0; tap < 3; tap++) void page.instance.comeBack?.()
    await settle(60)
    expect(phone.calls.filter(({ data }) => data.action === 'whereabouts')).toHaveLength(1)
    expect(textOf(page)).toContain('在岗')
  })
})

describe('helping somebody', () => {
  const listed = (applicantName: string, status: 'accepted' | 'completed') => ({
    id: applicantName + status,
    number: '1',
    itemCode: 'MZ-07',
    itemName: '高龄津贴申请',
    applicantName,
    status,
    statusText: '',
    dueDate: '2026-12-01',
    suppliesBy: null,
    receivedAt: '2026-11-16T01:20:00.000Z',
    holder: null,
    canRate: false,
  })

  it('lists each person once, open matters first', () => {
    const people = helpedPeople([
      listed('龚桂香', 'completed'),
      listed('覃大旺', 'accepted'),
      listed('龚桂香', 'completed'),
    ])
    expect(people.map(({ name, note }) => [name, note])).toEqual([
      ['覃大旺', '高龄津贴申请，正在办'],
      ['龚桂香', '办过2件，都有结果了'],
    ])
  })

  it('hands person and matter over to the page of handing in', async () => {
    const staff = { ...STAFF_ME.account?.staff, villageId: 'v01' }
    phone.on('account.me', () => ({ ...STAFF_ME, account: { ...STAFF_ME.account, staff } }))
    phone.on('catalog.items', () => ({
      items: [{ code: 'MZ-07', name: '高龄津贴申请', mode: 'proxy' }],
      version: '1',
    }))
    const page = await open('packages/station/help/help', { way: 'submit' })
    await settle(60)
    page.instance.submit?.()
    expect(page.instance.data.errors).toMatchObject({ name: '还没写姓名' })
    expect(page.instance.data.matterError).toBe('还没选办什么事')
    const person = { name: '龚桂香', villageId: 'v01', by: 'agent', phone: '' }
    page.instance.changePerson?.({ detail: person } as never)
    await page.instance.itemChosen?.({ detail: { code: 'MZ-07' } } as never)
    page.instance.submit?.()
    expect(phone.opened).toEqual(['/packages/case/submit/submit?code=MZ-07'])
    expect(phone.stored.get('draft:submit:MZ-07')).toMatchObject({ form: { person } })
  })
})

describe('the route of a cadre', () => {
  const NUMBER = '19900001077'
  const stop = {
    ...{
      placeId: 'v01',
      name: '羊子垭村',
      address: '村部',
      phone: '1',
      location: null,
      agent: null,
    },
    ...{ start: '08:30', end: '17:30', booked: 2 },
    asked: [
      { id: 's1', start: '08:30', name: '田大爷', home: true, note: '上门，水井边', phone: 'now' },
      { id: 's2', start: '14:00', name: '覃婆婆', home: true, note: '上门，晒场', phone: 'none' },
    ],
  }

  it('is that of the moved day, and rings with a number that is not kept', async () => {
    phone.on('office.visits', () => ({ visits: [], next: null }))
    phone.on('office.route', () => ({
      ...{ date: '2099-12-04', movedFrom: '2099-12-03' },
      stops: [stop],
    }))
    phone.on('office.dialVisit', () => ({ phone: NUMBER }))
    const page = await open('packages/desk/visit/visit')
    await settle(100)
    expect(phone.calls.find(({ data }) => data.action === 'route')?.data.date).toBeUndefined()
    expect(textOf(page)).toContain('12月4日周五驻村')
    expect(textOf(page)).toContain('12月3日周四放假，改到这天')
    expect(textOf(page)).toContain('下午覃婆婆：上门，晒场没留电话')
    page.instance.ring?.({ currentTarget: { dataset: { id: 's1' } } } as never)
    await settle(60)
    expect(phone.dialled).toEqual([NUMBER])
    expect(JSON.stringify([...phone.stored])).not.toContain(NUMBER)
  })
})

describe('我的, of a leader', () => {
  it.each([true, false])(
    'of a county (%s): there are the sums of its townships',
    async (county) => {
      phone.on('account.me', () => ({
        ...STAFF_ME,
        account: { ...STAFF_ME.account, roles: ['leader'] },
      }))
      phone.on('catalog.home', () => ({
        ...HOME,
        township: { ...HOME.township, oversees: county },
      }))
      // A shared link leads here first: nobody has opened the home page on this phone.
      const page = await open('packages/office/me/me')
      await settle(60)
      const works = (page.instance.data.works as readonly { text: string }[]).map(
        ({ text }) => text,
      )
      expect(works.includes('各乡的合计')).toBe(county)
    },
  )
})
