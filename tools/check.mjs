/**
 * `npm run check`: everything that can be wrong without running it. Every step runs, so that one
 * look shows all that is to mend.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, ensureDependencies } from './bootstrap.mjs'
import { bin, ROOT, run } from './run.mjs'

const STEPS = [
  { name: '排版 (prettier)', command: 'prettier', args: ['--check', '--log-level=warn', '.'] },
  { name: '类型：Node 一侧 (tsc)', command: 'tsc', args: ['-p', 'tsconfig.node.json'] },
  { name: '类型：页面 (tsc)', command: 'tsc', args: ['-p', 'miniprogram/tsconfig.json'] },
  {
    name: '类型：页面的测试 (tsc)',
    command: 'tsc',
    args: ['-p', 'test/miniprogram/tsconfig.json'],
  },
  { name: '类型：预览 (tsc)', command: 'tsc', args: ['-p', 'local/preview/tsconfig.json'] },
  {
    name: '规矩 (eslint)',
    command: 'eslint',
    args: ['.', '--max-warnings=0', '--cache', '--cache-location=dist/.eslintcache'],
  },
  { name: '样式 (stylelint)', command: 'stylelint', args: ['miniprogram/**/*.wxss'] },
  {
    name: '参考文档 (docs/reference.md、flows.md)',
    node: 'tools/reference.mjs',
    args: ['--check'],
  },
  { name: '页面语法 (预览、wcc、wcsc)', node: 'tools/check-pages.mjs', args: [] },
]

/** @returns {Promise<boolean>} whether everything is well */
export async function check() {
  let good = true
  for (const { name, command, node, args } of STEPS) {
    const project = args[0] === '-p' ? args[1] : null
    if (project && !existsSync(join(ROOT, project))) continue
    const started = performance.now()
    const status = await (node ? run(process.execPath, [node, ...args]) : run(bin(command), args))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${status === 0 ? '✓' : '✗'} ${name}（${seconds} 秒）`)
    good &&= status === 0
  }
  return good
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
