/** The township's data files as a folder: read as they are, written all or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FILES, NO_FILES } from '../../seed/schema'
import type { Files, Row } from './decode'

/** @throws when the folder is not a township's. */
export function readFolder(directory: string): Files {
  const read = (name: string): Row => {
    const file = path.join(directory, `${name}.json`)
    return existsSync(file) || !(name in NO_FILES)
      ? (JSON.parse(readFileSync(file, 'utf8')) as Row)
      : structuredClone(NO_FILES[name as keyof typeof NO_FILES])
  }
  const names = [...Object.keys(FILES), ...Object.keys(NO_FILES)]
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Files
}

/** The new folder is complete before it takes the place of the old one. */
export function writeFolder(directory: string, files: Files): void {
  const [fresh, old] = [`${directory}.new`, `${directory}.old`]
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(fresh, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`)
  }
  if (existsSync(directory)) renameSync(directory, old)
  renameSync(fresh, directory)
  rmSync(old, { recursive: true, force: true })
}

/** A township that has nothing of its own yet: holidays and life events are the country's. */
export function emptyTownship(model: Files): Files {
  const note = '由表格导入。'
  const place = { name: '', address: '', phone: '', hours: '' }
  const { slotTemplates } = model.township
  return {
    township: {
      note,
      id: '',
      name: '',
      county: '',
      station: place,
      hall: place,
      supervisorPhone: '',
      slotTemplates,
    },
    calendar: model.calendar,
    categories: model.categories,
    'rules-text': model['rules-text'],
    departments: { note, departments: [] },
    items: { note, version: '', items: [] },
    villages: { note, villages: [] },
    staff: { note, staff: [] },
    residents: { note, residents: [] },
    faq: { note, faq: [] },
    households: { note, households: [] },
  }
}
