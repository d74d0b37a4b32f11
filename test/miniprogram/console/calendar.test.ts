/** 放假通知 read as days, and what the county sees. */
import { describe, expect, it } from '@jest/globals'
import published from '../../../seed/data/calendar.json'
import { readNotice } from '../../../miniprogram/packages/console/calendar/notice'
import { differences, isWhole } from '../../../miniprogram/packages/console/calendar/view'
import type { Calendar } from '../../../miniprogram/packages/console/calendar/view'
import { countyView } from '../../../miniprogram/packages/console/county/view'

/** 国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号） */
const NOTICE = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

describe('放假通知', () => {
  it('of 2026 says exactly what the published table says', () => {
    const { days, unclear } = readNotice(NOTICE, 2026)
    expect(unclear).toEqual([])
    expect(days).toEqual(published.days.filter(({ date }) => date.startsWith('2026')))
  })

  it.each([
    ['over the end of a month', '春节：1月28日至2月4日放假', 8],
    ['two holidays in one', '六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。', 8],
    ['a single day', '清明节：4月5日放假', 1],
    ['a row of the sheet', '2027-01-01\t是\t元旦', 1],
    ['a row with commas', '2027-02-20,否,春节调休上班', 1],
  ])('%s', (_what, line, count) => {
    expect(readNotice(line, 2027)).toMatchObject({ days: { length: count }, unclear: [] })
  })

  it.each([
    '各省、自治区：',
    '元旦：13月1日放假',
    '国庆节：10月8日至1日放假',
    '2027-02-30 是 春节',
  ])('names what it does not understand: %s', (line) => {
    expect(readNotice(line, 2027)).toEqual({ days: [], unclear: [line] })
  })
})

const CALENDAR: Calendar = {
  year: 2027,
  days: [{ date: '2027-01-01', off: true, name: '元旦', added: true }],
  verified: true,
  verifiedUntil: '2027-12-31',
  reckoning: false,
  history: [],
  version: 1,
}

describe('what changes', () => {
  it('is said day by day', () => {
    expect(differences(CALENDAR, [{ date: '2027-01-01', off: true, name: '元旦' }])).toEqual([])
    expect(differences(CALENDAR, [{ date: '2027-01-02', off: false, name: '上班' }])).toEqual([
      expect.stringMatching(/^去掉：1月1日/),
      expect.stringMatching(/^加上：1月2日.*上班，上班$/),
    ])
  })

  it('a year that the township entered stays whole; one with the program is not', () => {
    expect(isWhole(CALENDAR)).toBe(true)
    const days = CALENDAR.days.map((day) => ({ ...day, added: false }))
    expect(isWhole({ ...CALENDAR, days })).toBe(false)
  })
})

it('the county sees its townships in its own order, and no share of a handful', () => {
  const sums = { open: 9, overdue: 1, unanswered: 2, warnings: { blue: 1, yellow: 0, red: 1 } }
  const month = { until: '2026-11-23', received: 3, completed: 3, goodShare: null }
  const view = countyView({
    townships: [
      { id: 'b', name: '乙乡', ...sums, month: { ...month, onTimeShare: null } },
      { id: 'a', name: '甲乡', ...sums, open: 1, month: { ...month, onTimeShare: 0.96 } },
    ],
    asOf: '2026-11-24T01:20:00.000Z',
  })
  for (const { rows } of view.figures)
    expect(rows.map(({ name }) => name)).toEqual(['乙乡', '甲乡'])
  expect(view.figures.find(({ label }) => label === '办结的按时')?.rows).toMatchObject([
    { text: '数量太少，不作判断' },
    { text: '96%' },
  ])
})
