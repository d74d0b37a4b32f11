import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { find } from '../../core/store/database'
import { brokenMatter, LEDGER_NAMES } from '../../core/store/ledger'
import type { LedgerDocument, LedgerName } from '../../core/store/ledger'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import { ledgerInput, ledgerOutput } from '../schema/ledger'

/** Matters looked at in one call: a page goes on until there is no next part. */
const PART = 200

export const ledger = action({
  summary: '核对台账：每件事的每一步有没有被改过，改过就指出第一处',
  by: ['supervisor'],
  scope: 'township',
  input: ledgerInput,
  output: ledgerOutput,
  run: async ({ scope }, { from, to, cursor }) => {
    const [name, after] = placeOf(cursor)
    const began = {
      ...(from === undefined ? {} : { $gte: instantOf(from) }),
      ...(to === undefined ? {} : { $lt: instantOf(addDays(to, 1)) }),
    }
    const span = Object.keys(began).length > 0 ? { 'log.0.at': began } : {}
    // In the order of their ids, in which every collection can be read.
    const docs = await find<LedgerDocument>(
      name,
      { ...scope, ...span, _id: { $gt: after } },
      { order: [['_id', 'asc']], limit: PART, projection: { state: 1, number: 1, log: 1 } },
    )
    return {
      matters: docs.length,
      steps: docs.reduce((sum, { log }) => sum + log.length, 0),
      broken: docs.flatMap((doc) => brokenMatter(name, doc) ?? []),
      next: nextPlace(name, docs),
    }
  },
})

/** Where to go on: a ledger and the last id that was looked at. */
function placeOf(cursor: string | undefined): [LedgerName, string] {
  if (cursor === undefined) return ['cases', '']
  const [name = '', after = ''] = cursor.split(' ')
  const known = LEDGER_NAMES.find((one) => one === name)
  if (!known) throw new AppError('INVALID_INPUT', '翻页的位置不对，请从头再核对一次。')
  return [known, after]
}

function nextPlace(name: LedgerName, docs: readonly LedgerDocument[]): string | null {
  if (docs.length === PART) return `${name} ${docs.at(-1)?._id ?? ''}`
  const following = LEDGER_NAMES[LEDGER_NAMES.indexOf(name) + 1]
  return following === undefined ? null : `${following} `
}
