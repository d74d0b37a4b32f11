import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CloudFixture } from '../cloud-fixture'

const cloud = new CloudFixture()
const cabinet = (event: object) => cloud.call<Record<string, never>>('cabinet', event)
const PATH = 'cases/一 户/证明.txt'
const ID = `cloud://local.local-bucket/${PATH}`
const url = async (id = ID) => {
  const { result } = await cabinet({ action: 'url', id })
  return (result.fileList as unknown as { code: string; tempFileURL: string }[])[0]
}

beforeAll(async () => {
  await cloud.build('cabinet')
  await cloud.start()
}, 60_000)
afterAll(() => cloud.remove())

test('a file goes up and comes down', async () => {
  const upload = await cabinet({ action: 'upload', path: PATH, text: '贫困证明' })
  expect(upload.result).toMatchObject({ fileID: ID })
  expect((await cabinet({ action: 'download', id: ID })).result).toBe('贫困证明')
})

test('its address works until it expires, and for no other file', async () => {
  const { tempFileURL = '' } = (await url()) ?? {}
  const response = await fetch(tempFileURL)
  expect([response.status, await response.text()]).toEqual([200, '贫困证明'])
  expect((await fetch(tempFileURL.replace('证明', '别的'))).status).toBe(403)
  expect((await fetch(tempFileURL.replace(/t=\d+/, 't=99999999999999'))).status).toBe(403)
  await cloud.post('/clock', { advance: '2m' })
  expect((await fetch(tempFileURL)).status).toBe(403)
})

test('a copy stays when the original goes', async () => {
  const copy = 'archive/证明.txt'
  await cabinet({ action: 'copy', path: PATH, id: copy })
  await cabinet({ action: 'delete', id: ID })
  expect(await url()).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  const { result } = await cabinet({ action: 'download', id: `cloud://local.local-bucket/${copy}` })
  expect(result).toBe('贫困证明')
})

test.each(['../x', '/etc/passwd', 'a//b', 'a/../../b', 'a\\b', 'a?b', './a'])(
  'the path %s is refused',
  async (path) => {
    expect((await cabinet({ action: 'upload', path, text: 'x' })).error?.message).toContain(
      'invalid cloud path',
    )
  },
)

test('nothing lies outside of the storage folder', () => {
  const files = readdirSync(join(cloud.folder, 'data', 'storage'))
  expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
})
