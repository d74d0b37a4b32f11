import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds what tests run against, once per run; a few milliseconds when nothing has changed. */
export default function setup(): void {
  const build = join(__dirname, '../../tools/build.mjs')
  execFileSync(process.execPath, [build, '--no-preview'], { stdio: 'inherit' })
}
