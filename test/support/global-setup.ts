import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds what tests run against, once per run; little to do when nothing has changed. */
export default function setup(): void {
  execFileSync(process.execPath, [join(__dirname, '../../tools/build.mjs')], { stdio: 'inherit' })
}
