/** What is handed in as a photo is one: looked at on the server, whatever its name says. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { JPEG, PHOTO, PNG, uploadPhoto } from '../support/photos'
import { APPLICANT, submit } from '../support/steps'

const MB = 1024 * 1024
const WEBP = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 ')])
const HEIC = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic'), Buffer.alloc(8)])

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const handIn = (fileId: string) =>
  cloud.call<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
    code: 'MZ-05',
    applicant: APPLICANT,
    materials: [{ key: 'id-card', fileId }],
    requestId: newRequest(),
  })

test.each([
  ['a.jpg', JPEG],
  ['a.png', PNG],
  ['a.webp', WEBP],
  ['a.heic', HEIC],
  ['large.jpg', Buffer.concat([JPEG, Buffer.alloc(7 * MB)])],
])('%s is taken', async (name, content) => {
  expect(await handIn(await uploadPhoto(cloud, name, content))).toMatchObject({ ok: true })
})

const WRONG: readonly [string, Buffer, RegExp][] = [
  ['empty.jpg', Buffer.alloc(0), /没传好/],
  ['ten-megabytes.jpg', Buffer.concat([JPEG, Buffer.alloc(10 * MB)]), /太大/],
  ['page.jpg', Buffer.from('<html><script>alert(1)</script></html>'), /不是照片/],
  ['program.png', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), /不是照片/],
  ['cut.png', PNG.subarray(0, 5), /不是照片/],
]

test.each(WRONG)('%s is refused in words, and nothing is stored', async (name, content, why) => {
  const before = await admin.count('cases')
  const answer = await handIn(await uploadPhoto(cloud, name, content))
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', retryable: false } })
  expect(answer.ok ? '' : answer.error.message).toMatch(why)
  expect(await admin.count('cases')).toBe(before)
})

test('a photo that never arrived is not taken for one', async () => {
  expect(await handIn(PHOTO.replace('photo', 'never-sent'))).toMatchObject({
    error: { code: 'INVALID_INPUT' },
  })
})

test('papers brought later and a scanned authorisation are looked at as well', async () => {
  const wrong = await uploadPhoto(cloud, 'wrong.jpg', Buffer.from('no photo'))
  const { id } = await submit(cloud)
  await cloud.ok(CADRE, 'case.notifySupplement', {
    ...{ id, requestId: newRequest() },
    missing: [{ key: 'hukou', reason: '没带' }],
  })
  const before = await admin.one('cases', { _id: id })
  const supplement = (materials: object[]) =>
    cloud.code(VILLAGER, 'case.supplement', { id, materials, requestId: newRequest() })
  expect(await supplement([{ key: 'hukou', fileId: wrong }])).toBe('INVALID_INPUT')
  const authorise = { id, how: 'scan', fileId: wrong, requestId: newRequest() }
  expect(await cloud.code(CADRE, 'case.authorise', authorise)).toBe('INVALID_INPUT')
  expect(await admin.one('cases', { _id: id })).toEqual(before)
  expect(await supplement([{ key: 'hukou', fileId: PHOTO }])).toBe('OK')
})
