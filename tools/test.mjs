/**
 * `npm test`: installs what is missing, checks, builds, runs every test, and says at the end how
 * many passed. `--full` (npm run test:full) runs the long forms too. Further arguments go to jest.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BootstrapError, ensureChromium, ensureDependencies } from './bootstrap.mjs'
import { bin, ROOT, run } from './run.mjs'

const RESULTS = join(ROOT, 'dist', 'test-results.json')

const args = process.argv.slice(2)
const full = args.includes('--full')
const jestArgs = args.filter((arg) => arg !== '--full')

try {
  await ensureDependencies()
} catch (error) {
  console.error(error instanceof BootstrapError ? error.message : error)
  process.exit(1)
}
const chromium = await ensureChromium()
if (!chromium) process.exit(1)

const { check } = await import('./check.mjs')
const checked = jestArgs.length > 0 || (await check())

mkdirSync(join(ROOT, 'dist'), { recursive: true })
rmSync(RESULTS, { force: true })
await run(bin('jest'), ['--json', `--outputFile=${RESULTS}`, ...jestArgs], {
  // Fixed wherever it runs: people see Asia/Shanghai, the cloud runs in UTC.
  TZ: 'UTC',
  CHROMIUM: chromium,
  ...(full ? { FULL: '1' } : {}),
})

const results = read(RESULTS)
if (!results) {
  console.error('测试没有跑完。')
  process.exit(1)
}
printDurations(results)
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
if (!checked) console.error('检查没有通过，见上面的 ✗（npm run check 可以单独再跑）。')
console.log(`${results.numPassedTests} passed, ${failed} failed`)
process.exit(results.success && checked ? 0 : 1)

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** The slowest files, so that nobody has to guess where the minutes go. */
function printDurations({ testResults }) {
  const rows = testResults
    .map(({ name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 10)
  console.log('最慢的测试文件：')
  for (const { name, ms } of rows) {
    console.log(`  ${(ms / 1000).toFixed(1).padStart(6)} 秒  ${name.replace(`${ROOT}/`, '')}`)
  }
}
