/**
 * `npm run screenshots`: walks the journeys once more and keeps a picture of each step, puts the best
 * side by side for the README, and takes one of the three phones together.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureChromium, ensureDependencies } from './bootstrap.mjs'
import { bin, ROOT, run } from './run.mjs'

const IMAGES = join(ROOT, 'docs/images')
const BEST = ['01-home', '03-guide', '04-slots', '06-ticket', '12-progress', '10-case']
const TUESDAY = '2026-11-24T01:20:00Z'

await ensureDependencies()
const executablePath = await ensureChromium()
if (!executablePath) process.exit(1)

const walked = await run(
  bin('jest'),
  ['--selectProjects', 'journeys', '--runInBand', '--testPathIgnorePatterns', 'every-page'],
  { TZ: 'UTC', CHROMIUM: executablePath, SCREENSHOTS: '1' },
)
if (walked !== 0) process.exit(walked)

const { chromium } = await import('playwright-core')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await strip()
  await threePhones()
} finally {
  await browser.close()
}

/** A page without an address may not read files. */
function inline(name) {
  return `data:image/png;base64,${readFileSync(join(IMAGES, `${name}.png`)).toString('base64')}`
}

/** The best steps in one row. */
async function strip() {
  const page = await browser.newPage({ viewport: { width: BEST.length * 250 + 10, height: 560 } })
  const images = BEST.map((name) => `<img src="${inline(name)}">`).join('')
  const style =
    'body{margin:0;padding:10px 0 10px 10px;background:#f6f3eb;white-space:nowrap;font-size:0}'
  const image = 'img{width:240px;margin-right:10px;border-radius:12px;border:1px solid #857e6c}'
  await page.setContent(`<style>${style}${image}</style>${images}`, { waitUntil: 'load' })
  await page.screenshot({ path: join(IMAGES, 'strip.png') })
  await page.close()
}

/** The desk as `npm start` shows it. */
async function threePhones() {
  const data = mkdtempSync(join(tmpdir(), 'screenshots-'))
  const args = ['--port', '0', '--data', data, '--now', TUESDAY, '--no-timers', '--test']
  const cloud = spawn(process.execPath, [join(ROOT, 'dist/local/cloud.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await ready(cloud)
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      timezoneId: 'Asia/Shanghai',
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(2500)
    await page.screenshot({ path: join(IMAGES, 'desk.png') })
    await page.close()
  } finally {
    cloud.kill()
    rmSync(data, { recursive: true, force: true })
  }
}

async function ready(cloud) {
  for await (const line of createInterface({ input: cloud.stdout })) {
    if (line.startsWith('ready ')) return line.slice('ready '.length)
  }
  throw new Error('本机云没有启动')
}
