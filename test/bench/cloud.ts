/**
 * `npm run bench -- cloud`: what the local cloud costs.
 *
 * First the database alone, at three sizes: the cost of a request must not grow with what is stored.
 * Then the whole cloud through the real SDK, against an echo (`GET /clock`, a new connection each
 * time, as the SDK does) and a bare libsql insert in the same run.
 */
import { measureSizes } from './support/cloud-sizes'
import { measureSdk } from './support/cloud-sdk'

async function main(): Promise<void> {
  await measureSizes()
  await measureSdk()
}

void main()
