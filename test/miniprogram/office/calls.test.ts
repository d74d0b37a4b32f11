import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { callRows } from '../../../miniprogram/packages/office/calls/view'
import type { CallUnit } from '../../../miniprogram/services/office'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff } from './answers'

const UNIT: CallUnit = {
  id: 'mz',
  name: '民政办',
  phone: '0736-0000101',
  people: [
    {
      id: 'st-1',
      name: '蒋福生',
      post: '民政办主任',
      phone: '0736-0000517',
      abPost: 'A',
      away: '',
    },
    {
      id: 'st-2',
      name: '邓秋月',
      post: '民政残联窗口',
      phone: '0736-0000509',
      abPost: 'B',
      away: '今天不在，陈立替',
    },
  ],
  matters: [
    {
      id: 'c1',
      number: '1124-11502-6',
      itemName: '临时救助',
      receivedAt: '2026-11-24T01:20:00.000Z',
      lookBy: '2026-11-25',
      called: null,
    },
    {
      id: 'c2',
      number: '1124-11503-4',
      itemName: '高龄津贴',
      receivedAt: '2026-11-24T02:20:00.000Z',
      lookBy: '2026-11-25',
      called: { at: '2026-11-24T08:05:00.000Z', byName: '田站长', toName: '蒋福生' },
    },
  ],
  orders: [
    {
      id: 'o1',
      number: '交办〔2026〕3号',
      task: '村口路灯不亮，三天内修好',
      issuedAt: '2026-11-24T01:30:00.000Z',
      dueOn: '2026-12-01',
      called: null,
    },
  ],
}

let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('whom to call', () => {
  it('names the posts, who is away and stands in, and last the office', () => {
    const [row] = callRows([UNIT], new Date('2026-11-24T08:10:00.000Z'))
    expect(row?.head).toBe('2件没人打开，1张没签收')
    expect(row?.people.map(({ name, line }) => `${name}：${line}`)).toEqual([
      '蒋福生：A岗，民政办主任',
      '邓秋月：B岗，民政残联窗口，今天不在，陈立替',
      '民政办办公室：都打不通，打这个',
    ])
    expect(row?.waiting.map(({ kind, called }) => [kind, called !== ''])).toEqual([
      ['case', false],
      ['case', true],
      ['order', false],
    ])
    expect(row?.waiting[2]?.line).toBe('村口路灯不亮，三天内修好。今天9:30交办，12月1日 周二前回复')
  })

  it('writes a call down with every matter of the unit; the same tap again is the same request', async () => {
    phone.on('case.calls', () => ({ units: [UNIT] }))
    let lost = true
    const noted: unknown[] = []
    phone.on('case.called', (data) => {
      noted.push(data)
      if (lost && noted.length === 2) {
        lost = false
        return { ok: false, error: { code: 'CONFLICT', message: '刚刚变了', retryable: false } }
      }
      return { case: {} }
    })
    phone.on('supervision.calledOrder', (data) => {
      noted.push(data)
      return { order: {} }
    })
    const page = await open('packages/office/calls/calls')
    await settle(60)
    const event = { currentTarget: { dataset: { unit: 'mz', name: '蒋福生' } } }
    await page.instance.note?.(event as never)
    await page.instance.note?.(event as never)
    await settle(60)
    const requests = new Set(noted.map((data) => (data as { requestId: string }).requestId))
    expect(requests.size).toBe(1)
    expect(noted).toHaveLength(5)
    expect(textOf(page)).toContain('记下了：打给了蒋福生')
  })

  it('with nothing to call about says so', async () => {
    phone.on('case.calls', () => ({ units: [] }))
    const page = await open('packages/office/calls/calls')
    await settle(60)
    expect(textOf(page)).toContain('没有要打的电话')
  })
})
