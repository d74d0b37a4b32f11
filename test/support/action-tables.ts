/** The action tables of all functions, as the functions themselves serve them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionTable } from '../../cloudfunctions/core/kernel/action'

// The SDK wants to know where it runs when it is loaded; nothing is sent.
Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  SCF_NAMESPACE: 'local',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'test',
  TENCENTCLOUD_SECRETKEY: 'test',
})

const FOLDER = join(__dirname, '../../cloudfunctions')

/** Every function with a table of actions; `core` is none, `jobs` is the timer's. */
const FUNCTIONS = readdirSync(FOLDER).filter((name) => !['core', 'jobs'].includes(name))

export async function actionTables(): Promise<Record<string, ActionTable>> {
  const entries = await Promise.all(
    FUNCTIONS.map(async (name) => {
      const { actions } = (await import(`../../cloudfunctions/${name}/index`)) as {
        actions: ActionTable
      }
      return [name, actions] as const
    }),
  )
  return Object.fromEntries(entries)
}
