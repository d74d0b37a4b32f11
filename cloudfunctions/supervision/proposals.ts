/** 责任追究 is proposed by facts: red warnings that count, and follow-ups that went to the leader. */
import { COUNTING_STATES } from '../core/domain/flows/appealable'
import { find } from '../core/store/database'
import type {
  AccountabilityDocument,
  AccountabilityFact,
  WarningDocument,
} from '../core/store/documents/warning'
import type { Rectification } from '../core/store/documents/rectification'
import { WARNING_STEPS } from '../core/domain/warnings'
import { addDays, businessDate, instantOf, spokenDate } from '../../miniprogram/shared/dates'

/** Older facts are settled by time. */
const REACH_DAYS = 90

export interface UnitFact extends AccountabilityFact {
  readonly unit: string
  readonly unitName: string
}

/** Facts of the last three months, oldest first. */
export async function factsOf(township: string, now: Date): Promise<UnitFact[]> {
  const since = instantOf(addDays(businessDate(now), -REACH_DAYS))
  const [warnings, escalated] = await Promise.all([
    find<WarningDocument>(
      'warnings',
      { township, at: { $gte: since }, colour: 'red', state: { $in: COUNTING_STATES } },
      { order: [['at', 'desc']], limit: 500 },
    ),
    find<Rectification>(
      'rectifications',
      { township, open: true, state: 'escalated' },
      { limit: 500 },
    ),
  ])
  return [
    ...warnings.map(({ _id, unit, unitName, itemName, number, step, due }): UnitFact => ({
      kind: 'warning',
      id: _id,
      unit,
      unitName,
      text: `${itemName}（${number}）${WARNING_STEPS[step]}最晚${spokenDate(due)}，红色`,
    })),
    ...escalated.map(({ _id, unit, unitName, itemName, raisedOn }): UnitFact => ({
      kind: 'rectification',
      id: _id,
      unit,
      unitName,
      text: `${itemName}的差评${spokenDate(raisedOn)}起没改好，交了站长`,
    })),
  ]
}

/** Facts about which nobody has decided yet, by unit in the order in which they come. */
export async function proposalsOf(township: string, now: Date) {
  const since = instantOf(addDays(businessDate(now), -REACH_DAYS))
  const [facts, decided] = await Promise.all([
    factsOf(township, now),
    find<AccountabilityDocument>(
      'accountabilities',
      { township, at: { $gte: since } },
      { order: [['at', 'desc']], limit: 1000 },
    ),
  ])
  const settled = new Set(decided.flatMap((record) => record.facts.map(({ id }) => id)))
  const open = facts.filter(({ id }) => !settled.has(id))
  const units = [...new Map(open.map(({ unit, unitName }) => [unit, unitName]))].sort()
  return units.map(([unit, unitName]) => ({
    unit,
    unitName,
    facts: open
      .filter((one) => one.unit === unit)
      .map(({ kind, id, text }) => ({ kind, id, text })),
  }))
}
