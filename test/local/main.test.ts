import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import type { BuildOptions } from 'esbuild'

const ROOT = join(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'cloud-main-'))
const dist = join(folder, 'dist')
const data = join(folder, 'data')
const running = new Set<ChildProcess>()

const STUB_SEED = `export const loadSeed = () => ({ version: '1', township: 't',
  collections: { items: [{ _id: 'a', township: 't', code: 'A' }] }, templates: [], demoStaff: [], owned: [] })`

/** The real main with a small seed and one function, as the build lays them out. */
beforeAll(async () => {
  const common = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    external: ['libsql'],
  } satisfies BuildOptions
  await build({
    ...common,
    entryPoints: [join(ROOT, 'local/cloud/main.ts')],
    outfile: join(dist, 'local/cloud.cjs'),
    plugins: [
      {
        name: 'stub-seed',
        setup(plugin) {
          plugin.onResolve({ filter: /seed\/load$/ }, () => ({ path: 'seed', namespace: 'stub' }))
          plugin.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB_SEED }))
        },
      },
    ],
  })
  await build({
    ...common,
    entryPoints: [join(ROOT, 'local/cloud/functions/worker.ts')],
    outfile: join(dist, 'local/worker.cjs'),
  })
  mkdirSync(join(dist, 'cloudfunctions/hello'), { recursive: true })
  writeFileSync(join(dist, 'cloudfunctions/hello/index.js'), 'exports.main = (e) => `hi ${e.to}`')
}, 60_000)

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  child: ChildProcess
  /** The address, or null when it ended instead. */
  url: string | null
  code: number | null
  complaint: string
  stdout: string
}

function start(...args: string[]): Promise<Started> {
  const child = spawn(
    process.execPath,
    [join(dist, 'local/cloud.cjs'), '--workers', '1', '--sync', 'off', '--test', ...args],
    { env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') } },
  )
  running.add(child)
  let complaint = ''
  let stdout = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      const url = /^ready (\S+)\n/.exec(stdout)?.[1]
      if (url !== undefined) resolve({ child, url, code: null, complaint, stdout })
    })
    child.on('close', (code) => resolve({ child, url: null, code, complaint, stdout }))
  })
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))

test('it says exactly where it is ready, serves, and stops in order when asked', async () => {
  const { child, url, stdout } = await start('--port', '0', '--data', data)
  expect(stdout).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\n$/)
  const response = await fetch(`${url}/wx/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid: 'u', name: 'hello', data: { to: '新铺' } }),
  })
  expect(await response.json()).toEqual({ result: 'hi 新铺' })
  child.kill('SIGTERM')
  expect(await ended(child)).toBe(0)
}, 20_000)

test('a person is told where to look inside', async () => {
  const child = spawn(
    process.execPath,
    [join(dist, 'local/cloud.cjs'), ...['--workers', '1', '--port', '0', '--data', data]],
    { env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') } },
  )
  running.add(child)
  const told = new Promise<string>((resolve) => {
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.includes('/inspect\n')) resolve(text)
    })
  })
  expect(await told).toMatch(/看看里面有什么：http:\/\/127\.0\.0\.1:\d+\/inspect\n/)
  child.kill('SIGKILL')
  await ended(child)
}, 20_000)

describe('the whole state as a file', () => {
  const post = async (url: string | null, path: string, body: object) =>
    (
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json() as Promise<Record<string, unknown>>
  const items = { collectionName: 'items', query: '{}', order: '{"_id":1}' }
  /** What a caller could tell two clouds apart by. */
  const answers = async (url: string | null) => {
    const find = { action: 'database.getDocument', ...items }
    const fileIds = [{ fileid: 'cloud://local.local-bucket/证.txt' }]
    const links = await post(url, '/admin', {
      action: 'storage.batchGetDownloadUrl',
      file_list: fileIds,
    })
    const [link] = (links['data'] as { download_list: { tempFileURL: string }[] }).download_list
    return {
      documents: (await post(url, '/admin', find))['data'],
      day: String(((await (await fetch(`${url}/clock`)).json()) as { now: string }).now).slice(
        0,
        10,
      ),
      file: await (await fetch(link?.tempFileURL ?? '')).text(),
    }
  }

  test('start, write, export, import elsewhere: the same answers', async () => {
    const [from, to, file] = ['from', 'to', 'state.jsonl'].map((name) => join(folder, name))
    const first = await start('--port', '0', '--data', from!)
    const data = ['{"_id":"b","at":{"$date":"2026-11-17T00:00:00Z"},"text":"一户\\n两行"}']
    await post(first.url, '/admin', { action: 'database.insertDocument', ...items, data })
    await fetch(`${first.url}/wx/upload?cloudPath=${encodeURIComponent('证.txt')}`, {
      method: 'POST',
      body: '证明',
    })
    await post(first.url, '/clock', { advance: '9d' })
    const before = await answers(first.url)
    expect(before).toMatchObject({
      documents: { list: [{}, {}].map(() => expect.any(String)) },
      file: '证明',
    })

    const busy = await start('--data', from!, '--export', file!)
    expect([busy.code, busy.complaint]).toEqual([5, expect.stringContaining('另一个本机云')])
    first.child.kill('SIGTERM')
    await ended(first.child)

    const exported = await start('--data', from!, '--export', file!)
    expect([exported.code, exported.complaint]).toEqual([
      0,
      expect.stringContaining('份文档、1 个文件'),
    ])
    for (const line of readFileSync(file!, 'utf8').trimEnd().split('\n')) JSON.parse(line)

    const second = await start('--port', '0', '--data', to!, '--import', file!)
    expect(await answers(second.url)).toEqual(before)
  }, 60_000)

  test.each([
    [
      '8: an import over data that is there',
      ['--import', 'state.jsonl', '--data', 'from'],
      '已经有数据',
    ],
    [
      '8: an import of a file that is not there',
      ['--import', 'none', '--data', 'new'],
      '没有这个文件',
    ],
    [
      '8: an import of something else',
      ['--import', 'dist/cloudfunctions/hello/index.js', '--data', 'new'],
      '第 1 行',
    ],
    ['8: an export of nothing', ['--export', 'x', '--data', 'new'], '还没有数据'],
    [
      '8: an export to where nothing can be written',
      ['--export', 'none/x', '--data', 'from'],
      '没有成功',
    ],
  ])('%s', async (_name, args, message) => {
    const inFolder = args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg)))
    const { code, complaint } = await start('--port', '0', ...inFolder)
    expect([code, complaint]).toEqual([8, expect.stringContaining(message)])
  })
})

describe('when it cannot start it says why, in its exit code too', () => {
  test.each([
    ['--prot'],
    ['--port', 'x'],
    ['--workers', '0'],
    ['--sync', 'half'],
    ['--now', 'noon'],
  ])('2: a wrong option (%s %s)', async (...args) => {
    const { code, complaint } = await start('--port', '0', '--data', data, ...args.filter(Boolean))
    expect([code, complaint]).toEqual([2, expect.stringContaining('选项有误')])
  })

  test('3: the port is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const { code, complaint } = await start('--port', String(port), '--data', data)
    server.close()
    expect([code, complaint]).toEqual([3, expect.stringContaining(`端口 ${port} 已被占用`)])
  })

  test.each([
    ['is a file', (path: string) => writeFileSync(path, 'a file')],
    [
      'holds a broken database',
      (path: string) => {
        mkdirSync(path)
        writeFileSync(join(path, 'data.db'), 'this is no database'.repeat(500))
      },
    ],
    [
      'holds a broken clock',
      (path: string) => {
        mkdirSync(path)
        writeFileSync(join(path, 'clock.json'), '{')
      },
    ],
  ])('4: the data folder %s', async (name, spoil) => {
    const path = join(folder, name.replaceAll(' ', '-'))
    spoil(path)
    const { code, complaint } = await start('--port', '0', '--data', path)
    expect([code, complaint]).toEqual([4, expect.stringContaining(`数据目录 ${path} 打不开`)])
  })

  test('broken data is gone with --fresh', async () => {
    const path = join(folder, 'holds-a-broken-database')
    expect((await start('--port', '0', '--data', path, '--fresh')).url).not.toBeNull()
  })

  test('5: a second instance on the same data, --fresh or not; the first is not disturbed', async () => {
    const first = await start('--port', '0', '--data', data)
    for (const more of [[], ['--fresh']]) {
      const { code, complaint } = await start('--port', '0', '--data', data, ...more)
      expect([code, complaint]).toEqual([5, expect.stringContaining('另一个本机云')])
    }
    expect((await fetch(`${first.url}/clock`)).status).toBe(200)
  }, 20_000)

  test('after kill -9 the data is free again', async () => {
    const first = await start('--port', '0', '--data', data)
    first.child.kill('SIGKILL')
    await ended(first.child)
    expect((await start('--port', '0', '--data', data)).url).not.toBeNull()
  }, 20_000)

  test('6: no bundles', async () => {
    const kept = join(dist, 'cloudfunctions')
    const away = join(dist, 'away')
    renameSync(kept, away)
    const { code, complaint } = await start('--port', '0', '--data', data)
    renameSync(away, kept)
    expect([code, complaint]).toEqual([6, expect.stringContaining('npm run build')])
  })

  test('6: a timer that cannot be right', async () => {
    const file = join(dist, 'cloudfunctions/hello/config.json')
    const trigger = { name: 'x', type: 'timer', config: '*/5 * * * *' }
    writeFileSync(file, JSON.stringify({ triggers: [trigger] }))
    const { code, complaint } = await start('--port', '0', '--data', data)
    rmSync(file)
    expect([code, complaint]).toEqual([6, expect.stringContaining('应有 7 个字段')])
  })
})
