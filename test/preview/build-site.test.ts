import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildSite, type BuildResult } from '../../local/preview/compile/build-site'
import { demoPeople } from '../../local/preview/compile/demo-people'
import { FIXTURE } from './support/preview-browser'

let out: string
let first: BuildResult

const shell = join(__dirname, '../../local/preview/shell')
const build = (): Promise<BuildResult> => buildSite({ source: FIXTURE, out, shell })

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'site-'))
  first = await build()
})

afterAll(() => rmSync(out, { recursive: true, force: true }))

test('the site is static files and says what it holds', () => {
  for (const file of ['index.html', 'phone.html', 'app.js', 'desk.js', 'phone.js', 'desk.css']) {
    expect(statSync(join(out, file)).size).toBeGreaterThan(0)
  }
  expect(first.components).toBeGreaterThan(10)
  expect(first.bytes).toBe(statSync(join(out, 'app.js')).size)
})

test('pictures of the mini-program are copied, code is not', () => {
  expect(readFileSync(join(out, 'res/images/dot.svg'), 'utf8')).toContain('<svg')
  expect(() => statSync(join(out, 'res/app.json'))).toThrow()
})

test('the people of the seed hold the phones, with their names', () => {
  const people = demoPeople(join(__dirname, '../..'), ['packages/office/inbox/inbox'])
  expect(people).toContainEqual(
    expect.objectContaining({ openid: 'demo-villager-1', label: '群众\u3000覃建国' }),
  )
  expect(people).toContainEqual(
    expect.objectContaining({
      openid: 'demo-cadre-mz',
      label: '干部\u3000蒋福生',
      start: 'packages/office/inbox/inbox',
    }),
  )
})

test('nothing is written again when nothing changed', async () => {
  const before = new Date(2020, 0, 1)
  utimesSync(join(out, 'app.js'), before, before)
  expect(await build()).toEqual(first)
  expect(statSync(join(out, 'app.js')).mtime).toEqual(before)
})
