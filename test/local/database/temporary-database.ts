import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import type { Database, DatabaseOptions } from '../../../local/cloud/database/database'
import { openDatabase } from '../../../local/cloud/database/database'

const opened: Database[] = []
const folders: string[] = []

afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'database-test-'))
  folders.push(folder)
  return folder
}

/** A fresh database, closed after the test, with one collection `things`. */
export function freshDatabase(options: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({ file: ':memory:', sync: 'off', ...options })
  opened.push(database)
  if (!database.hasCollection('things')) database.createCollection('things')
  return database
}
