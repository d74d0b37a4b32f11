/** 核对台账: a changed byte is found, by the page's action and by the tool on the same data. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { raiseIssue } from '../support/issues'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { mediationIn } from '../support/mediations'
import { issuedOrder } from '../support/orders'
import { SUPERVISOR, TUESDAY } from '../support/people'
import { completedCase, submit } from '../support/steps'

const ROOT = join(__dirname, '../..')

type Part = Output<'supervision', 'ledger'>

let cloud: LocalCloud
let admin: Admin
let folder: string
let caseId: string
let orderId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  cloud = await startLocalCloud({ now: TUESDAY, data: folder })
  admin = new Admin(cloud)
  caseId = (await completedCase(cloud)).id
  await submit(cloud)
  orderId = (await issuedOrder(cloud, 'fed_back')).id
  await raiseIssue(cloud)
  await mediationIn(cloud, 'agreed')
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** As the page does it: part after part. */
async function verify(input: Record<string, unknown> = {}) {
  const sum = { matters: 0, steps: 0, broken: [] as Part['broken'] }
  for (let cursor: string | undefined; ;) {
    const part = await cloud.ok<Part>(SUPERVISOR, 'supervision.ledger', {
      ...input,
      ...(cursor === undefined ? {} : { cursor }),
    })
    sum.matters += part.matters
    sum.steps += part.steps
    sum.broken.push(...part.broken)
    if (part.next === null) return sum
    cursor = part.next
  }
}

/** Changes one thing in the stored document, looks, and puts it back. */
async function tampered(collection: string, id: string, change: Record<string, unknown>) {
  const before = await admin.one<Record<string, unknown>>(collection, { _id: id })
  await admin.update(collection, { _id: id }, { $set: change })
  const { broken } = await verify()
  await admin.update(collection, { _id: id }, { $set: { log: before.log, state: before.state } })
  return broken
}

describe('the chain of every matter', () => {
  test('holds as long as nobody touched it', async () => {
    expect(await verify()).toEqual({ matters: 5, steps: 15, broken: [] })
    expect(await verify({ from: '2026-11-25' })).toMatchObject({ matters: 0 })
    expect(await verify({ from: '2026-11-24', to: '2026-11-24' })).toMatchObject({ matters: 5 })
  })

  test.each([
    ['a date moved by a day', { 'log.1.at': new Date('2026-11-23T01:20:00Z') }, 2, '这一条被改过'],
    ['words of the answer', { 'log.2.said.text': '没批' }, 3, '写的话被改过'],
    ['who did it', { 'log.1.by': 'somebody' }, 2, '这一条被改过'],
    ['the state', { state: 'accepted' }, 4, '后面的被删了，或者状态被改过'],
  ])('%s', async (_what, change, n, why) => {
    expect(await tampered('cases', caseId, change)).toMatchObject([{ kind: '办件', n, of: 4, why }])
    expect((await verify()).broken).toEqual([])
  })

  test('a step taken out of the middle, and one cut off at the end', async () => {
    const { log } = await admin.one<{ log: unknown[] }>('orders', { _id: orderId })
    const middle = await tampered('orders', orderId, { log: [...log.slice(0, 2), ...log.slice(3)] })
    expect(middle).toMatchObject([{ kind: '交办单', number: '交办〔2026〕1号', n: 3 }])
    const end = await tampered('orders', orderId, { log: log.slice(0, -1) })
    expect(end).toMatchObject([{ n: 4, why: '后面的被删了，或者状态被改过' }])
  })

  test('a place in the list that is not ours is refused', async () => {
    const wrong = { cursor: 'accounts ' }
    expect(await cloud.code(SUPERVISOR, 'supervision.ledger', wrong)).toBe('INVALID_INPUT')
  })
})

describe('npm run ledger', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(ROOT, 'tools/ledger.mjs'), ...args]).then(
      ({ stdout }) => ({ code: 0, text: stdout }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }),
    )

  test('verify names the matter and the step, and says nothing when all is well', async () => {
    await cloud.kill()
    expect(await run('verify', '--data', folder)).toEqual({
      code: 0,
      text: '✓ 都对得上：核对了5件事、15步。\n',
    })
    await cloud.start()
    await admin.update('orders', { _id: orderId }, { $set: { 'log.2.said.text': '什么也没办' } })
    await cloud.kill()
    expect(await run('verify', '--data', folder)).toEqual({
      code: 1,
      text:
        '✗ 交办单 交办〔2026〕1号：第3步（共5步，2026-11-24）写的话被改过\n' +
        '✗ 1件对不上：核对了5件事、15步。\n',
    })
  })

  test('says how it is used, and what is not there', async () => {
    expect(await run()).toMatchObject({ code: 2, text: expect.stringContaining('用法') })
    const nowhere = await run('verify', '--data', join(folder, 'nowhere'))
    expect(nowhere).toMatchObject({ code: 2, text: expect.stringContaining('没有这个数据目录') })
  })
})
