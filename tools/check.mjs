/**
 * `npm run check`: everything that can be wrong without running it. Every step runs, so that one
 * look shows all that is to mend.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, ensureDependencies } from './bootstrap.mjs'
import { bin, ROOT, run } from './run.mjs'

/** Only what changed since the last time is looked at again. */
const typesOf = (project) => [
  '-p',
  project,
  '--incremental',
  '--tsBuildInfoFile',
  join(ROOT, 'dist', `${project.replaceAll('/', '-')}.tsbuildinfo`),
]

/** The longest first. */
const STEPS = [
  {
    name: '规矩 (eslint)',
    command: 'eslint',
    args: [
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-strategy=content',
      '--cache-location=dist/.eslintcache',
    ],
  },
  {
    name: '排版 (prettier)',
    command: 'prettier',
    args: [
      '--check',
      '--log-level=warn',
      '--cache',
      '--cache-strategy=content',
      '--cache-location=dist/.prettiercache',
      '.',
    ],
  },
  { name: '类型：Node 一侧 (tsc)', command: 'tsc', args: typesOf('tsconfig.node.json') },
  { name: '类型：页面 (tsc)', command: 'tsc', args: typesOf('miniprogram/tsconfig.json') },
  {
    name: '类型：页面的测试 (tsc)',
    command: 'tsc',
    args: typesOf('test/miniprogram/tsconfig.json'),
  },
  { name: '类型：预览 (tsc)', command: 'tsc', args: typesOf('local/preview/tsconfig.json') },
  { name: '样式 (stylelint)', command: 'stylelint', args: ['miniprogram/**/*.wxss'] },
  {
    name: '参考文档 (docs/reference.md、flows.md)',
    node: 'tools/reference.mjs',
    args: ['--check'],
  },
  { name: '页面语法 (预览、wcc、wcsc)', node: 'tools/check-pages.mjs', args: [] },
]

/** As many steps at the same time as a small machine has cores. */
const AT_ONCE = 2

/** @returns {Promise<boolean>} whether everything is well */
export async function check() {
  const waiting = STEPS.filter(({ args }) => args[0] !== '-p' || existsSync(join(ROOT, args[1])))
  let good = true
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      good = (await checkOne(step)) && good
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return good
}

async function checkOne({ name, command, node, args }) {
  const started = performance.now()
  const status = await (node ? run(process.execPath, [node, ...args]) : run(bin(command), args))
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name}（${seconds} 秒）`)
  return status === 0
}

if (process.argv[1]?.endsWith('check.mjs')) {
  try {
    await ensureDependencies()
  } catch (error) {
    console.error(error instanceof BootstrapError ? error.message : error)
    process.exit(1)
  }
  process.exit((await check()) ? 0 : 1)
}
