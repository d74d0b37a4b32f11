/** The floor: one bare conditional write on the slot, without reading who calls. */
import cloudbase from '@cloudbase/node-sdk'

interface Wish {
  readonly _id: string
  readonly township: string
  readonly who: string
  readonly capacity: number
}

const slots = cloudbase
  .init({ env: cloudbase.SYMBOL_CURRENT_ENV })
  .database()
  .collection('slots')
  .options({ raw: true, multiple: false })

/** 1 when it took effect, else 0. */
export async function main({ _id, township, who, capacity }: Wish): Promise<number> {
  const free = { [`bench.${String(capacity - 1)}`]: { $exists: false } }
  const answer = (await slots
    .where({ _id, township, ...free })
    .update({ $push: { bench: who } })) as { updated?: number }
  return answer.updated ?? 0
}
