import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, show, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

const FAMILY = 'components/family/family'
const MOTHER = { id: 'f1', name: '向桂花', relation: '母亲', villageId: 'v01' }
const changed = (value: unknown) => ({ detail: value }) as never
const tapOn = (dataset: object) => ({ currentTarget: { dataset } }) as never

let phone: Phone
let members: (typeof MOTHER)[]
const sent = () =>
  phone.calls.filter(({ data }) => data.action === 'family' && data.requestId !== undefined)

beforeEach(() => {
  members = [MOTHER]
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('account.me', () => ME)
  phone.on('account.inbox', () => ({ messages: [], next: null }))
  phone.on('account.family', ({ add, remove }) => {
    members = members.filter(({ id }) => id !== remove)
    if (add) members = [...members, { id: 'f2', ...(add as Omit<typeof MOTHER, 'id'>) }]
    return { family: members }
  })
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('my family', () => {
  it('stands on the page of who is registered, and of nobody else', async () => {
    const page = await open('pages/mine/mine')
    await settle(80)
    expect(textOf(page)).toContain('我家里人')
    expect(textOf(page)).toContain('向桂花')
    expect(textOf(page)).toContain('母亲，羊子垭村')
    phone.stored.clear()
    phone.on('account.me', () => ({ ...ME, account: null }))
    const stranger = await open('pages/mine/mine')
    await settle(80)
    expect(textOf(stranger)).not.toContain('我家里人')
  })

  it('takes name, village and what one is to the other; no phone', async () => {
    const family = await show(FAMILY, { village: 'v01' })
    family.instance.openAdd?.()
    await settle()
    expect(textOf(family)).not.toContain('有消息怎么告诉')
    await family.instance.add?.()
    await settle()
    expect(textOf(family)).toContain('还没写姓名')
    expect(textOf(family)).toContain('还没选是您的谁')
    expect(sent()).toEqual([])
    const { form } = family.instance.data as { form: { person: object } }
    family.instance.changePerson?.(changed({ ...form.person, name: ' 覃小满 ' }))
    family.instance.pickRelation?.(tapOn({ relation: '孩子' }))
    await family.instance.add?.()
    await settle()
    expect(sent()[0]?.data.add).toEqual({ name: '覃小满', villageId: 'v01', relation: '孩子' })
    expect(textOf(family)).toContain('覃小满')
    expect(family.instance.data.adding).toBe(false)
  })

  it('keeps what was typed when it did not arrive, and sends it again as the same', async () => {
    const family = await show(FAMILY, { village: 'v01' })
    family.instance.openAdd?.()
    const { form } = family.instance.data as { form: { person: object } }
    family.instance.changePerson?.(changed({ ...form.person, name: '覃小满' }))
    family.instance.pickRelation?.(tapOn({ relation: '孩子' }))
    phone.offline = true
    await family.instance.add?.()
    expect(family.instance.data.trouble).toMatchObject({ title: '没记下', again: '再记一次' })
    phone.offline = false
    family.instance.again?.()
    await settle()
    expect(new Set(sent().map(({ data }) => data.requestId)).size).toBe(1)
    expect(textOf(family)).toContain('覃小满')
  })

  it('says why it was refused; what is corrected is a new request', async () => {
    const family = await show(FAMILY, { village: 'v01' })
    family.instance.openAdd?.()
    const { form } = family.instance.data as { form: { person: object } }
    family.instance.changePerson?.(changed({ ...form.person, name: '覃小满' }))
    family.instance.pickRelation?.(tapOn({ relation: '孩子' }))
    phone.on('account.family', () => refusal('INVALID_INPUT', '家里人最多记20个'))
    await family.instance.add?.()
    expect(family.instance.data.trouble).toMatchObject({ text: '家里人最多记20个' })
    await family.instance.add?.()
    expect(new Set(sent().map(({ data }) => data.requestId)).size).toBe(2)
  })

  it('asks before somebody is taken off, and says that nothing else is lost', async () => {
    const family = await show(FAMILY, { village: 'v01' })
    await settle(60)
    family.instance.askRemove?.(tapOn({ id: 'f1' }))
    await settle()
    expect(textOf(family)).toContain('去掉向桂花？')
    expect(textOf(family)).toContain('办过的事都还在')
    expect(sent()).toEqual([])
    await family.instance.remove?.()
    await settle()
    expect(sent()[0]?.data.remove).toBe('f1')
    expect(textOf(family)).not.toContain('向桂花')
  })
})
