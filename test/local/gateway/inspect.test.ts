import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CloudFixture, TEMPLATE } from '../cloud-fixture'

const cloud = new CloudFixture()
const NASTY = `<script>alert('x')</script>&"`

const page = async (path: string) => {
  const response = await fetch(cloud.url + path)
  return { status: response.status, headers: response.headers, html: await response.text() }
}
/** What a reader sees, one cell after the other. */
const text = (html: string) =>
  html.replace(/<style>[^]*<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const insert = (collectionName: string, documents: object[]) =>
  cloud.post('/admin', {
    action: 'database.insertDocument',
    collectionName,
    data: documents.map((document) => JSON.stringify(document)),
  })

beforeAll(async () => {
  await cloud.build('shelf', 'ticker', 'trouble')
  await cloud.start({ now: Date.parse('2026-11-17T01:02:30Z') })
  await insert(
    'jobs',
    Array.from({ length: 60 }, (_, i) => ({ _id: `j${99 - i}`, nth: i })),
  )
}, 60_000)
afterAll(() => cloud.remove())

describe('/inspect shows', () => {
  test('who listens where, and the clock', async () => {
    const { headers, html } = await page('/inspect')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text(html)).toContain(`gateway ${cloud.url}`)
    expect(text(html)).toContain(`database ${cloud.folder}/data`)
    expect(text(html)).toMatch(/时钟 2026年11月17日 09:0[23]:\d\d（比电脑的时间/)
  })

  test('collections with their number of documents and their indexes', async () => {
    const { html } = await page('/inspect')
    expect(text(html)).toContain('things 0 size（township，size）')
    expect(text(html)).toContain('jobs 60 due（township，nextDueAt）')
    expect(html).toContain('<a href="/inspect/collections/jobs">jobs</a>')
  })

  test('the latest calls, with action, time, round trips and result', async () => {
    await cloud.call('shelf', { action: 'thrice', id: 'i' }, 'somebody')
    await cloud.call('trouble', { action: 'throw' }, 'somebody')
    const { html } = await page('/inspect')
    expect(text(html)).toMatch(/shelf thrice somebody \d+ 3 ok [0-9a-f]{32}/)
    expect(text(html)).toMatch(/trouble throw somebody \d+ 0 FUNCTIONS_EXECUTE_FAIL/)
    expect(html.indexOf('trouble')).toBeLessThan(html.indexOf('thrice'))
  })

  test('the messages that WeChat delivered', async () => {
    const data = {
      ...{ thing1: { value: '临时救助' }, time2: { value: '09:00' } },
      phrase3: { value: '已受理' },
    }
    await cloud.post('/admin', {
      action: 'wx.api',
      apiName: 'subscribeMessage.send',
      requestData: JSON.stringify({ touser: 'demo-clerk', template_id: TEMPLATE.id, data }),
    })
    const { html } = await page('/inspect')
    expect(text(html)).toContain('demo-clerk 进度提醒 临时救助 · 09:00 · 已受理')
  })

  test('timers with their next time', async () => {
    const { html } = await page('/inspect')
    expect(text(html)).toContain('ticker tick 0 */5 * * * * * 2026年11月17日 09:05:00')
  })
})

describe('/inspect/collections/…', () => {
  test('shows the newest 50, newest first, and says that it is demo data', async () => {
    const { html } = await page('/inspect/collections/jobs')
    const ids = [...html.matchAll(/j\d\d/g)].map(([id]) => id)
    expect(ids).toEqual(Array.from({ length: 50 }, (_, i) => `j${40 + i}`))
    expect(text(html)).toContain('共 60 份文档')
    expect(text(html)).toContain('演示数据，不是真人的资料')
  })

  test('one that does not exist is 404', async () => {
    expect((await page('/inspect/collections/nothing')).status).toBe(404)
  })
})

test('whatever the data holds stays text', async () => {
  await insert('things', [{ _id: NASTY, [NASTY]: NASTY }])
  await cloud.call(NASTY, { action: NASTY })
  for (const path of ['/inspect', '/inspect/collections/things']) {
    const { html } = await page(path)
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;')
  }
})

test('nothing from elsewhere, nothing that runs', async () => {
  for (const path of ['/inspect', '/inspect/collections/jobs']) {
    const { html, headers } = await page(path)
    expect(html).not.toMatch(/<(script|link|img|iframe)|https?:\/\/(?!127\.0\.0\.1)/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('the plain home page leads there', async () => {
  expect((await page('/')).html).toContain('href="/inspect"')
})

test.each(['/inspect', '/inspect/collections/jobs'])(
  '%s is not for a foreign Host',
  async (path) => {
    const status = await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(cloud.url)
      request({ hostname, port, path, headers: { host: 'evil.example' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  },
)
