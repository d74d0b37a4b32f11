/** 人员: one code binds one WeChat to one post; what the administrator takes away is gone at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { invitation, POST } from '../support/office-samples'
import { ADMIN, CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const bind = (openid: string, code: string, requestId = newRequest()) =>
  cloud.code(openid, 'account.bindStaff', { invitation: code, requestId })

const staff = async () => (await cloud.ok<Output<'office', 'staff'>>(ADMIN, 'office.staff')).staff

describe('邀请', () => {
  test('works once, for one person, and gives the post at once', async () => {
    const { code } = await invitation(cloud)
    expect(code).toMatch(/^\d{8}$/)
    const requestId = newRequest()
    expect(await bind('new-1', `${code.slice(0, 4)} ${code.slice(4)}`, requestId)).toBe('OK')
    expect(await bind('new-1', code, requestId)).toBe('OK')
    expect(await bind('new-2', code)).toBe('NOT_FOUND')
    expect(await cloud.code('new-1', 'case.inbox')).toBe('OK')
    const me = await cloud.ok<Output<'account', 'me'>>('new-1', 'account.me')
    expect(me.account).toMatchObject({ roles: ['cadre'], staff: { departmentName: '民政办' } })
    const { invitations } = await cloud.ok<Output<'office', 'invitations'>>(
      ADMIN,
      'office.invitations',
    )
    expect(invitations[0]).toMatchObject({ state: 'used', code: null })
  })

  test('of two at the same moment one gets it', async () => {
    const { code } = await invitation(cloud)
    const codes = await Promise.all([bind('race-1', code), bind('race-2', code)])
    expect(codes.filter((one) => one === 'OK')).toHaveLength(1)
  })

  test('a villager keeps what they are; whoever works here already is refused', async () => {
    const { code } = await invitation(cloud)
    expect(await bind(CADRE, code)).toBe('CONFLICT')
    expect(await bind('demo-villager-6', code)).toBe('OK')
    const me = await cloud.ok<Output<'account', 'me'>>('demo-villager-6', 'account.me')
    expect(me.account?.roles).toEqual(['villager', 'cadre'])
  })

  test('is over after three days, and when it is taken back', async () => {
    const { id, code } = await invitation(cloud)
    const withdraw = { id, requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.withdrawInvitation', withdraw)).toBe('OK')
    expect(await bind('new-3', code)).toBe('NOT_FOUND')
    const late = await invitation(cloud)
    await cloud.clock('73h')
    expect(await bind('new-4', late.code)).toBe('NOT_FOUND')
  })

  test('five wrong codes on a day are enough, even when the sixth is right', async () => {
    const { code } = await invitation(cloud)
    const wrong = String((Number(code) + 1) % 1e8).padStart(8, '0')
    for (let n = 0; n < 5; n++) expect(await bind('guesser', wrong)).toBe('NOT_FOUND')
    expect(await bind('guesser', code)).toBe('RATE_LIMITED')
    await cloud.clock('1d')
    expect(await bind('guesser', code)).toBe('OK')
  })

  test.each([
    ['an agent without a village', { roles: ['agent'] }],
    ['a window that the hall does not have', { roles: ['window'], window: '99号窗口' }],
    ['a cadre without a department', { department: null }],
    ['nobody at all', { roles: [] }],
    ['a phone of letters', { phone: 'abc' }],
  ])('%s is refused', async (_what, content) => {
    const request = { ...POST, ...content, requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.invite', request)).toBe('INVALID_INPUT')
  })

  test('the code lies sealed', async () => {
    const { code } = await invitation(cloud)
    expect(JSON.stringify(await admin.find('invitations', {}))).not.toContain(code)
  })
})

describe('岗位', () => {
  const edit = (openid: string, staffId: string, content: object = {}) =>
    cloud.code(openid, 'office.editStaff', {
      ...POST,
      name: '蒋福生',
      post: '民政办主任',
      staffId,
      ...content,
      requestId: newRequest(),
    })

  test('what a person handles follows from window and department', async () => {
    const window = { roles: ['window'], department: 'rs', window: '3号窗口 社会保障' }
    expect(await edit(ADMIN, 'st-cadre-cl', { ...window, name: '孔繁英' })).toBe('OK')
    const moved = (await staff()).find(({ staffId }) => staffId === 'st-cadre-cl')
    expect(moved).toMatchObject({
      window: '3号窗口 社会保障',
      departmentName: '人力资源和社会保障站',
    })
    expect(moved?.changes[0]).toMatchObject({ byName: '林小帆', text: '原来：残联专干，cadre' })
    const { staff: profile } = await admin.one<{ staff: { units: string[] } }>('accounts', {
      'staff.id': 'st-cadre-cl',
    })
    expect(profile.units).toContain('rs')
  })

  test('nobody gives themselves a role, and the administrator sees no matter', async () => {
    const self = { roles: ['admin', 'leader'], department: 'zh', name: '林小帆' }
    expect(await edit(ADMIN, 'st-admin', self)).toBe('FORBIDDEN')
    const { id } = await submit(cloud, VILLAGER)
    expect(await cloud.code(ADMIN, 'case.detail', { id })).not.toBe('OK')
    expect(await cloud.code(ADMIN, 'case.inbox')).toBe('FORBIDDEN')
  })

  test('a dismissal holds from the next call on; the matters stay with the department', async () => {
    expect(await cloud.code('demo-cadre-sl', 'case.inbox')).toBe('OK')
    const request = { staffId: 'st-cadre-sl', reason: '调到县里', requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.dismiss', request)).toBe('OK')
    expect(await cloud.code(ADMIN, 'office.dismiss', request)).toBe('OK')
    expect(await cloud.code('demo-cadre-sl', 'case.inbox')).toBe('FORBIDDEN')
    expect((await staff()).map(({ staffId }) => staffId)).not.toContain('st-cadre-sl')
  })
})

describe('a database request that fails', () => {
  test('neither loses a used code nor binds twice', () => {
    let people = 0
    const openid = () => `fault-${String(people)}`
    return everyFault(cloud, 'account.bindStaff', {
      get openid() {
        return openid()
      },
      prepare: async () => {
        people++
        return { invitation: (await invitation(cloud)).code }
      },
      effect: async () =>
        (await admin.find<{ staffLog: object[] }>('accounts', { openid: openid() })).map(
          ({ staffLog }) => staffLog.length,
        ),
      expected: [1],
    })
  })

  test('does not dismiss half', () => {
    let last = ''
    return everyFault(cloud, 'office.dismiss', {
      openid: ADMIN,
      prepare: async () => {
        last = `leaving-${newRequest()}`
        expect(await bind(last, (await invitation(cloud)).code)).toBe('OK')
        const { staff: profile } = await admin.one<{ staff: { id: string } }>('accounts', {
          openid: last,
        })
        return { staffId: profile.id, reason: '调走' }
      },
      effect: async () => (await admin.one<{ staff: unknown }>('accounts', { openid: last })).staff,
      expected: null,
    })
  })
})
