/** `npm run bench -- trips`: database requests per action, counted in the gateway. */
import { startLocalCloud } from '../support/local-cloud'
import { TUESDAY } from '../support/people'
import { BUDGETS, measureTrips } from '../support/trips'

async function main(): Promise<void> {
  const cloud = await startLocalCloud({ now: TUESDAY, workers: 1 })
  try {
    const rows = await measureTrips(cloud)
    console.table(
      Object.fromEntries(
        rows.map(({ name, caller, work, sends }) => [
          name,
          { 本人: caller, 答复前: work, 预算: BUDGETS[name], 通知: sends },
        ]),
      ),
    )
  } finally {
    await cloud.stop()
  }
}

void main()
