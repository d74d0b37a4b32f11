/** Times the search on the phone: every prefix of what people really type, on the whole catalogue. */
import { join } from 'node:path'
import { catalogDocuments } from '../../seed/documents'
import { readSeed } from '../../seed/read'
import { buildIndex, search } from '../../miniprogram/shared/search'

const TYPED = [
  '低保',
  '合作医疗',
  '建房',
  '社保卡',
  'lsjz',
  'dibao',
  'shebaoka',
  '起屋',
  '残疾症',
  '老人钱',
  'xyz',
]
const ROUNDS = 20

export function searchTimes() {
  const index = buildIndex(catalogDocuments(readSeed(join(__dirname, '../../seed/data'))))
  const prefixes = TYPED.flatMap((word) =>
    Array.from({ length: word.length }, (_, n) => word.slice(0, n + 1)),
  )
  for (const prefix of prefixes) search(index, prefix)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const prefix of prefixes) {
      const started = performance.now()
      search(index, prefix)
      times.push(performance.now() - started)
    }
  }
  times.sort((a, b) => a - b)
  return {
    keystrokes: times.length,
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}
