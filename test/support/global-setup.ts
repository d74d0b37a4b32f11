import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { prepareFreshData } from './fresh-data'

/** Builds what tests run against, once per run; little to do when nothing has changed. */
export default async function setup(): Promise<void> {
  execFileSync(process.execPath, [join(__dirname, '../../tools/build.mjs')], { stdio: 'inherit' })
  await prepareFreshData()
}
