/**
 * The data of a cloud that was just started: seeded, the first tick done, one photo in its storage.
 * Made once and copied for every test that starts from nothing: seeding costs more than most tests.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uploadPhoto } from './photos'
import { FRESH_DATA, FRESH_SINCE, LocalCloud } from './local-cloud'

const ROOT = join(__dirname, '../..')
const STAMP = `${FRESH_DATA}.stamp`
/** What the data depends on: the seed, and what is built from the code. */
const SOURCES = ['seed', 'dist/cloudfunctions', 'dist/local']

/** Makes it again when the seed or the code changed. */
export async function prepareFreshData(): Promise<void> {
  const stamp = SOURCES.flatMap((folder) => stampsIn(join(ROOT, folder))).join('\n')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return
  // Aside, and then in its place: another run may be copying from it, or making it as well.
  const made = `${FRESH_DATA}.${String(process.pid)}`
  mkdirSync(made, { recursive: true })
  const cloud = new LocalCloud({ now: FRESH_SINCE, data: made })
  await cloud.start()
  await uploadPhoto(cloud, 'photo.jpg')
  await cloud.stop()
  // Each copy starts its own clock.
  rmSync(join(made, 'clock.json'))
  rmSync(FRESH_DATA, { recursive: true, force: true })
  renameSync(made, FRESH_DATA)
  writeFileSync(STAMP, stamp)
}

function stampsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => `${file} ${String(statSync(file).mtimeMs)} ${String(statSync(file).size)}`)
}
