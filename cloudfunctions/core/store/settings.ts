import { updateOne } from './database'
import type { RollupSettings, WorkSettings } from './documents/rollup'
import type { SlotSettings } from './documents/slot'

/** Notes how far a nightly job has come; another tick that did it meanwhile wins. */
export async function advanceSettings<
  Settings extends SlotSettings | RollupSettings | WorkSettings,
>({ _id, township, v }: Settings, done: Partial<Settings>): Promise<void> {
  await updateOne('settings', { _id, township, v }, { $set: done, $inc: { v: 1 } })
}
