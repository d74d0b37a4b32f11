import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compileApp } from '../../local/preview/compile/compile-app'
import { formatWarning } from '../../local/preview/compile/compile-warning'
import { FIXTURE } from './support/preview-browser'

let root: string

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

const warnings = async (): Promise<string[]> => (await compileApp(root)).warnings.map(formatWarning)

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mini-'))
  write('app.json', JSON.stringify({ pages: ['pages/a/a'] }))
  write('app.ts', 'App({})')
  write('pages/a/a.ts', 'Page({})')
  write('pages/a/a.wxml', '<view>好</view>')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('compiling a mini-program', () => {
  test('a clean one has no warnings', async () => {
    expect(await warnings()).toEqual([])
  })

  test('the fixture, with TDesign, has no warnings', async () => {
    expect((await compileApp(FIXTURE)).warnings).toEqual([])
  })

  test('a template error says file, line and column', async () => {
    write('pages/a/a.wxml', '<view>\n  <text>{{ a + }}</text>\n</view>')
    expect((await warnings())[0]).toMatch(/^pages\/a\/a\.wxml:2:\d+ /)
  })

  test('a tag that nobody declared is reported where it stands', async () => {
    write('pages/a/a.wxml', '<view>\n  <my-card />\n</view>')
    expect(await warnings()).toEqual([
      'pages/a/a.wxml:2:3 <my-card> is neither built in nor in usingComponents',
    ])
  })

  test('a component that does not exist is reported in the json', async () => {
    write('pages/a/a.json', '{\n  "usingComponents": { "card": "/no/card" }\n}')
    expect(await warnings()).toEqual(["pages/a/a.json:2:33 component <card> '/no/card' not found"])
  })

  test('a page that does not exist is reported in app.json', async () => {
    write('app.json', '{ "pages": ["pages/a/a", "pages/b/b"] }')
    expect(await warnings()).toEqual(['app.json:1:27 page pages/b/b not found'])
  })

  test('a missing module is reported at the import', async () => {
    write(
      'pages/a/a.ts',
      "const one = 1\nimport { two } from '../two'\nPage({ data: { one, two } })",
    )
    expect(await warnings()).toEqual(["pages/a/a.ts:2:22 cannot find module '../two'"])
  })

  test('an import of types alone needs no module', async () => {
    write(
      'pages/a/a.ts',
      "import type { Two } from '../two'\nPage({ data: { two: null as Two | null } })",
    )
    expect(await warnings()).toEqual([])
  })

  test('a json that does not parse is reported, and the rest still compiles', async () => {
    write('pages/a/a.json', '{\n  "usingComponents": {},\n}')
    expect((await warnings())[0]).toMatch(/^pages\/a\/a\.json:3:1 /)
  })

  test('a syntax error in a script is reported', async () => {
    write('pages/a/a.ts', 'Page({\n  data: {,}\n})')
    expect((await warnings())[0]).toMatch(/^pages\/a\/a\.ts:2:10 /)
  })

  test('a style sheet that does not parse is reported', async () => {
    write('pages/a/a.wxss', '.a {\n  color: red;\n')
    expect(await warnings()).toEqual(['pages/a/a.wxss:1:1 Unclosed block'])
  })

  test('a local picture in a style sheet is reported, a data URI is not', async () => {
    write('pages/a/a.wxss', '.a {\n  mask: url("data:image/png,x");\n  background: url(/x.png);\n}')
    expect(await warnings()).toEqual([
      'pages/a/a.wxss:3:3 WXSS cannot show a local file: use a data URI or <image>',
    ])
  })

  test('pages of subpackages are found below their root', async () => {
    write(
      'app.json',
      '{ "pages": ["pages/a/a"], "subpackages": [{ "root": "p/", "pages": ["b/b"] }] }',
    )
    write('p/b/b.wxml', '<view />')
    write('p/b/b.ts', 'Page({})')
    expect((await compileApp(root)).components).toBe(2)
  })
})
