import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  differences,
  editionOn,
  missingDisclosure,
  nextBeginning,
} from '../../cloudfunctions/core/domain/item'
import type { Edition, ItemContent } from '../../cloudfunctions/core/domain/item'
import { addDays } from '../../miniprogram/shared/dates'
import { holds } from './support/holds'

const ITEM: ItemContent = {
  code: 'MZ-05',
  name: '临时救助',
  aliases: ['急难救助'],
  keywords: ['火灾'],
  category: 'aid',
  department: 'mz',
  level: 'township',
  mode: 'direct',
  instant: false,
  commitDays: 10,
  legalDays: null,
  legalBasis: null,
  audience: '突然遇到难关的人',
  conditions: ['户口在本乡'],
  materials: [
    {
      key: 'id-card',
      name: '身份证',
      form: 'original',
      count: 1,
      required: true,
      source: 'self',
      note: null,
    },
  ],
  steps: [{ name: '受理', by: 'window', days: 1 }],
  inPerson: false,
  visits: 0,
  fee: { charged: false, text: '不收费' },
  result: '发救助金',
  tips: [],
  people: [{ name: '蒋福生', post: '主任', phone: '0736-0000517' }],
}
const UNIT = {
  id: 'mz',
  name: '民政办',
  formerName: null,
  phone: '0736-0000101',
  window: '2号窗口',
}

describe('七项公开', () => {
  it.each<[string, Partial<ItemContent>, string[]]>([
    ['nothing missing', {}, []],
    ['项目', { name: ' ' }, ['服务项目']],
    ['流程', { steps: [] }, ['服务流程']],
    ['流程', { steps: [{ name: '', by: 'window', days: null }] }, ['服务流程']],
    ['人员', { people: [] }, ['服务人员', '服务电话']],
    ['电话', { people: [{ name: '蒋福生', post: '主任', phone: '' }] }, ['服务电话']],
  ])('%s', (_name, change, missing) => {
    expect(missingDisclosure({ ...ITEM, ...change }, UNIT)).toEqual(missing)
  })

  it('knows who decides, how, and which unit, or says that it does not', () => {
    const { level: _level, mode: _mode, ...rest } = ITEM
    expect(missingDisclosure(rest, null)).toEqual(['服务权限', '服务单位', '服务方式', '服务电话'])
  })
})

describe('differences', () => {
  it('says what a reader sees, and nothing when there is nothing to see', () => {
    expect(differences(ITEM, { ...ITEM })).toEqual([])
    expect(differences(ITEM, { ...ITEM, visits: 1, inPerson: true })).toEqual([
      { label: '要本人去', before: '否', after: '是' },
      { label: '跑几趟', before: '0趟', after: '1趟' },
    ])
    expect(differences(null, ITEM).map(({ label }) => label)).toContain('服务流程')
  })

  it('sees every change of a list, also of its order', () => {
    holds(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 5 }), (tips) => {
        const changed = differences(ITEM, { ...ITEM, tips })
        expect(changed.length).toBe(tips.join('\n') === '' ? 0 : 1)
      }),
    )
  })
})

describe('which edition is in force', () => {
  const edition = (n: number, from: string | null): Edition => ({
    n,
    from,
    item: ITEM,
    unit: UNIT,
    pinyin: [],
    changes: [],
    note: '',
    byName: '',
    at: null,
    retired: null,
  })

  it('is the latest that has begun, and the next one has its day', () => {
    holds(
      fc.property(
        fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
        fc.nat({ max: 60 }),
        (ahead, now) => {
          const days = [...ahead].sort((a, b) => a - b).map((day) => addDays('2026-11-24', day))
          const editions = [edition(1, null), ...days.map((from, at) => edition(at + 2, from))]
          const today = addDays('2026-11-24', now)
          const begun = days.filter((from) => from <= today).length
          expect(editionOn(editions, today)?.n).toBe(begun + 1)
          expect(nextBeginning(editions, today)).toBe(days.find((from) => from > today) ?? null)
        },
      ),
    )
  })

  it('is none before there is one', () => {
    expect(editionOn([], '2026-11-24')).toBeNull()
    expect(editionOn([edition(1, '2026-11-25')], '2026-11-24')).toBeNull()
  })
})
