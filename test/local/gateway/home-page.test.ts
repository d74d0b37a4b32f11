import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { NO_LIMITS } from '../../../local/cloud/limits'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()

beforeAll(async () => {
  await cloud.build('echo')
  const previewFolder = join(cloud.folder, 'preview')
  mkdirSync(join(previewFolder, 'assets'), { recursive: true })
  writeFileSync(join(previewFolder, 'index.html'), '<title>预览</title>')
  writeFileSync(join(previewFolder, 'assets/app.js'), 'start()')
  writeFileSync(join(cloud.folder, 'secret.txt'), 'secret')
  await cloud.start({ previewFolder, limits: NO_LIMITS })
}, 60_000)
afterAll(() => cloud.remove())

const get = async (path: string) => {
  const response = await fetch(cloud.url + path)
  return [response.status, response.headers.get('content-type'), await response.text()]
}

test('the preview is served when it was built', async () => {
  expect(await get('/')).toEqual([200, 'text/html; charset=utf-8', '<title>预览</title>'])
  expect(await get('/assets/app.js')).toEqual([200, 'text/javascript; charset=utf-8', 'start()'])
})

test.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets', '/nothing'])(
  '%s is not there',
  async (path) => {
    expect((await get(path))[0]).toBe(404)
  },
)

test('with limits off a request may be large', async () => {
  expect((await cloud.call('echo', { text: 'x'.repeat(200_000) })).error).toBeUndefined()
})
