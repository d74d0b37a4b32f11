/**
 * `npm run bench -- booking [households]`: 200 people who want one slot of ten, then all households
 * of the township (9,036) who want next Thursday.
 *
 * The floor goes the same way as a booking (`/wx/call`, warm worker, gateway), but does nothing but
 * one conditional write, without reading who calls.
 */
import { rmSync } from 'node:fs'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import { TUESDAY } from '../support/people'
import { functionsToCompare } from './support/bench-functions'
import { measureRace } from './support/booking-race'
import { measureRush } from './support/booking-rush'

const HOUSEHOLDS = 9036

async function main(): Promise<void> {
  const folder = await functionsToCompare()
  const args = ['--functions', folder]
  const cloud = await startLocalCloud({ now: TUESDAY, workers: 8, sync: 'full', args })
  try {
    const admin = new Admin(cloud)
    await measureRace(cloud, admin)
    await measureRush(cloud, admin, Number(process.argv[2] ?? HOUSEHOLDS))
  } finally {
    await cloud.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

void main()
