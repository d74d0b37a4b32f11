import { describe, expect, it } from '@jest/globals'
import { printList } from '../../../miniprogram/packages/office/today/print-list'
import type { Day, Visitor } from '../../../miniprogram/services/office'

const VISITOR: Visitor = {
  id: 'a1',
  ticket: '7',
  start: '09:30',
  end: '10:00',
  name: '覃建国',
  items: [{ code: 'MZ-05', name: '临时救助' }],
  note: '',
  contact: null,
  state: 'expected',
  home: false,
  place: '',
  villageId: 'v01',
  priority: '',
  window: '',
  came: '',
  numbers: [],
}
const dayOf = (visitors: Visitor[]): Day => ({
  visitors,
  walkIns: [],
  order: [],
  free: 3,
  walkInPlaces: 4,
  counts: null,
})

describe('the list on paper', () => {
  it('has whoever comes first, and those who are visited in a table of their own', () => {
    const home = {
      ...VISITOR,
      ticket: '1',
      name: '田二妹',
      home: true,
      note: '二组水井边；腿脚不便',
    }
    const [coming = '', visited = ''] = printList('羊子垭村', '2026-11-26', {
      ...dayOf([home, VISITOR]),
    }).split('<h1>上门</h1>')
    expect(coming).toContain('羊子垭村 11月26日 周四')
    expect(coming).toContain('覃建国')
    expect(coming).not.toContain('田二妹')
    expect(visited).toContain('上午')
    expect(visited).toContain('二组水井边；腿脚不便')
    expect(visited).toContain('共2人')
  })

  it('has no second table when nobody is visited, and no word that becomes a tag', () => {
    const list = printList('羊子垭村', '2026-11-26', dayOf([{ ...VISITOR, note: '<b>急</b>' }]))
    expect(list).not.toContain('上门')
    expect(list).toContain('&lt;b&gt;急&lt;/b&gt;')
  })
})
