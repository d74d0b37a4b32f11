/** 每月通报: drafted on the first, edited, published once, corrected, as a Word document. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { sha256 } from '../../cloudfunctions/core/kernel/hash'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { BulletinDocument } from '../../cloudfunctions/core/store/documents/bulletin'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { AGENT, CADRE, LEADER, newRequest, SUPERVISOR, TUESDAY } from '../support/people'
import { completedCase, submit } from '../support/steps'
import { unzip } from '../support/unzip'

const MONTH = '2026-11'

let cloud: LocalCloud
let admin: Admin

type Bulletin = Output<'supervision', 'bulletin'>['bulletin']

const stored = () => admin.one<BulletinDocument>('bulletins', { month: MONTH })
const read = async (openid = LEADER): Promise<Bulletin> =>
  (await cloud.ok<{ bulletin: Bulletin }>(openid, 'supervision.bulletin', { month: MONTH }))
    .bulletin
const take = (action: string, content: object = {}, openid = LEADER) =>
  cloud.call<{ bulletin: Bulletin }>(openid, `supervision.${action}`, {
    month: MONTH,
    requestId: newRequest(),
    ...content,
  })

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
  await cloud.tick()
  for (let n = 0; n < 6; n++) {
    const { id } = await completedCase(cloud)
    const rate = { targetId: id, level: n === 0 ? 2 : 5, requestId: newRequest() }
    if (n < 5) await cloud.ok('demo-villager-1', 'rating.rate', rate)
  }
  await submit(cloud, AGENT, 'YB-01')
})
afterAll(() => cloud.stop())

describe('before the month is over', () => {
  test.each([MONTH, '2026-12', '2099-01'])(
    '%s cannot be read, changed or published',
    async (month) => {
      const requestId = newRequest()
      const asks: [string, object][] = [
        ['bulletin', { month }],
        ['bulletinFile', { month }],
        ['editBulletin', { month, sections: { next: '改' }, requestId }],
        ['publishBulletin', { month, requestId }],
        ['correctBulletin', { month, text: '改', requestId }],
      ]
      for (const [action, input] of asks) {
        const code = await cloud.code(LEADER, `supervision.${action}`, { ...input })
        expect([action, code]).toEqual([action, 'MONTH_NOT_OVER'])
      }
      expect(await admin.count('bulletins')).toBe(0)
    },
  )

  test.each(['2026-13', '2026-1', '十一月', '2026-11-01', ''])('%j is no month', async (month) => {
    expect(await cloud.code(LEADER, 'supervision.bulletin', { month })).toBe('INVALID_INPUT')
  })
})

describe('on the first', () => {
  beforeAll(() => cloud.clock('2026-12-01T00:05:00.000Z'))

  test('the leader is told, and finds numbers and words', async () => {
    const { messages } = await cloud.ok<Output<'account', 'inbox'>>(LEADER, 'account.inbox')
    expect(messages.map(({ title }) => title)).toContain('2026年11月通报的初稿好了')
    const bulletin = await read()
    expect(bulletin).toMatchObject({
      title: '新铺乡便民服务工作情况通报（2026年11月）',
      state: 'draft',
      hash: null,
      allowed: ['edit', 'publish'],
    })
    expect(bulletin.total.figures).toMatchObject({ accepted: 6, completed: 6, onTime: 6 })
    expect(bulletin.total.ratings).toMatchObject({ rated: 5, bad: 1, goodShare: 0.8 })
    const civil = bulletin.departments.find(({ id }) => id === 'mz')
    expect(civil?.figures).toMatchObject({ accepted: 6, level5: 4, level2: 1 })
    const medical = bulletin.departments.find(({ id }) => id === 'yb')
    expect(medical?.figures).toMatchObject({ unanswered: 1 })
    const [overall, answers] = bulletin.sections
    expect(overall?.text).toContain('受理群众事项6件')
    expect(answers?.text).toContain('没有答复：医疗保障站1件')
  })

  test('departments and villages stand in the order of the township', async () => {
    const bulletin = await read()
    const { departments } = await admin.one<{ departments: { id: string }[] }>('directory', {
      kind: 'departments',
    })
    const ids = bulletin.departments.map(({ id }) => id)
    expect(ids).toEqual(departments.map(({ id }) => id))
    expect(bulletin.villages.map(({ id }) => id).slice(0, 3)).toEqual(['v01', 'v02', 'v03'])
  })

  test('where fewer than five rated, no level can be read', async () => {
    const { departments, villages } = await read()
    for (const { figures, ratings } of [...departments, ...villages]) {
      const rated = [1, 2, 3, 4, 5].reduce((sum, n) => sum + (figures[`level${n as 1}`] ?? 0), 0)
      expect(rated === 0 || rated >= 5).toBe(true)
      if (rated === 0) expect(ratings).toBeNull()
    }
  })

  test('the supervisor reads the draft, a cadre does not find it yet', async () => {
    expect((await read(SUPERVISOR)).allowed).toEqual([])
    expect(await cloud.code(CADRE, 'supervision.bulletin', { month: MONTH })).toBe('NOT_FOUND')
    const { bulletins } = await cloud.ok<Output<'supervision', 'bulletins'>>(
      CADRE,
      'supervision.bulletins',
    )
    expect(bulletins).toEqual([])
  })

  test('the words can be changed, the numbers cannot', async () => {
    const before = await stored()
    const answer = await take('editBulletin', { sections: { next: '请各部门接着干。' } })
    expect(answer).toMatchObject({ ok: true })
    const after = await stored()
    expect(after.sections).toEqual({ ...before.sections, next: '请各部门接着干。' })
    expect(after.table).toEqual(before.table)
    const wrong = { sections: { table: '100' } }
    expect(await take('editBulletin', wrong)).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(await take('correctBulletin', { text: '更正' })).toMatchObject({
      error: { code: 'ACTION_NOT_ALLOWED' },
    })
  })
})

describe('published', () => {
  let published: BulletinDocument

  beforeAll(async () => {
    const requestId = newRequest()
    const first = await take('publishBulletin', { requestId })
    // The tap came twice.
    const again = await take('publishBulletin', { requestId })
    expect(first).toMatchObject({ ok: true })
    expect(again).toMatchObject({ ok: true })
    published = await stored()
  })
  beforeEach(async () => {
    expect((await stored()).hash).toBe(published.hash)
  })

  test('it carries the hash of what was published, and everybody at work can read it', async () => {
    const { title, month, table, sections, hash } = published
    expect(hash).toBe(sha256({ title, month, table, sections }))
    expect(await read(CADRE)).toMatchObject({ state: 'published', hash, allowed: [] })
    expect((await read()).allowed).toEqual(['correct'])
  })

  test('neither words nor state change any more, whoever asks', async () => {
    for (const [action, content] of [
      ['editBulletin', { sections: { next: '改' } }],
      ['publishBulletin', {}],
    ] as const) {
      const answer = await take(action, content)
      expect(answer).toMatchObject({ error: { code: 'BULLETIN_FROZEN' } })
    }
    expect(await stored()).toEqual(published)
  })

  test('a correction is added, nothing is taken away, the chain of events holds', async () => {
    const text = '医疗保障站没答复的1件，12月1日已经答复。'
    expect(await take('correctBulletin', { text })).toMatchObject({ ok: true })
    const after = await stored()
    expect(after.addenda.map((addendum) => addendum.text)).toEqual([text])
    expect(after.table).toEqual(published.table)
    expect(after.sections).toEqual(published.sections)
    expect(brokenEvent(after.log)).toBeNull()
    expect(after.log.map(({ action }) => action)).toEqual(['draft', 'edit', 'publish', 'correct'])
  })

  test('the Word document has title, words, both tables with every row, and the correction', async () => {
    const { url, name } = await cloud.ok<Output<'supervision', 'bulletinFile'>>(
      CADRE,
      'supervision.bulletinFile',
      { month: MONTH },
    )
    expect(name).toBe('新铺乡便民服务工作情况通报（2026年11月）.docx')
    const files = unzip(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml']),
    )
    const xml = files.get('word/document.xml')?.toString('utf8') ?? ''
    const words = xml.replace(/<[^>]+>/g, '')
    const bulletin = await read()
    for (const { title, text } of bulletin.sections) {
      expect(words).toContain(title)
      expect(words).toContain(text)
    }
    expect(words).toContain('12月1日已经答复')
    expect(words).toContain(published.hash)
    expect(words).not.toMatch(/undefined|NaN|null/)
    const rows = xml.split('<w:tr>').length - 1
    const { departments, villages } = bulletin
    // A head and a total for each of the two tables.
    expect(rows).toBe(departments.length + villages.length + 4)
    const firstTable = xml.slice(xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>'))
    const cells = [...firstTable.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]+>/g, '')),
    )
    const widths = cells.map((row) => row.length)
    expect(new Set(widths)).toEqual(new Set([widths[0]]))
    expect(cells.at(-1)?.slice(0, 3)).toEqual(['合计', '6', '0'])
  })
})
