/**
 * The pages, without running them: warnings of the preview's compiler are errors, and so is what
 * WeChat's own compilers (wcc for WXML and WXS, wcsc for WXSS) say.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPreview } from '../local/preview/build.mjs'
import { ROOT } from './run.mjs'

const PAGES = join(ROOT, 'miniprogram')
const PLATFORM = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform]
const BIN = join(ROOT, 'node_modules/miniprogram-compiler/bin', PLATFORM)

const files = (ending) =>
  readdirSync(PAGES, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(ending) && !file.includes('miniprogram_npm'))

/** Runs an official compiler; its complaints, one a line. wcsc exits 0 on errors: look for ERR. */
function complaints(compiler, args) {
  const program = join(BIN, compiler)
  chmodSync(program, 0o755)
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: PAGES,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (error) return [`${compiler}: ${error.message}`]
  const errors = `${stderr}\n${stdout}`.match(/^ERR.*$/gm) ?? []
  return status === 0 || errors.length > 0 ? errors : [`${compiler}: ${stderr.trim()}`]
}

/** @returns {Promise<string[]>} everything that is wrong */
export async function checkPages() {
  const { warnings } = await buildPreview()
  const styles = files('.wxss')
  const wrong = [
    ...warnings,
    ...complaints('wcc', ['-d', ...files('.wxml'), ...files('.wxs')]),
    ...styles.flatMap((style) =>
      complaints('wcsc', ['-lc', style, ...styles.filter((other) => other !== style)]),
    ),
  ]
  // A broken style is complained about once for every file that could import it.
  return [...new Set(wrong)]
}

if (process.argv[1]?.endsWith('check-pages.mjs')) {
  const wrong = await checkPages()
  for (const line of wrong) console.error(line)
  process.exit(wrong.length === 0 ? 0 : 1)
}
