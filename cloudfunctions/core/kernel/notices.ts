/**
 * 通知: made inside the matter that causes them, sent right after the commit, the rest by `jobs`.
 *
 * Order of things for each person: the in-app inbox first (the truth), a claim, WeChat, the
 * outcome. After a claim an unknown outcome is recorded and never sent again. A failed notice never
 * fails the matter.
 */
import { sendableFrom } from '../domain/quiet-hours'
import type { CollectionName } from '../store/collections'
import type { Notice, Recipient, Stored } from '../store/documents/matter'
import type { Message } from '../store/documents/message'
import { claimMessage, peopleOf, pullNotice, recordPermit, settleMessage } from '../store/messages'
import type { Person } from '../store/messages'
import type { TemplateKey } from '../wechat/templates'
import { sendSubscribeMessage } from '../wechat/port'
import { hashId } from './hash'

/** The answer to the villager waits at most this long for messages to others. */
export const SEND_CAP_MS = 1000
/** A claim without an outcome for this long: whoever made it is gone. */
const CLAIM_LOST_MS = 120_000
/** WeChat being busy is retried for a day, then given up; the inbox has the message. */
const GIVE_UP_MS = 24 * 3600_000

export interface NewNotice {
  readonly to: Recipient
  readonly template: TemplateKey
  readonly title: string
  readonly text: string
  readonly target: string
  readonly values: Readonly<Record<string, string>>
}

/** A notice with an id made from its cause, so that a repeated cause makes no second one. */
export function notice(cause: string, now: Date, content: NewNotice): Notice {
  const id = hashId('notice', cause, content.to, content.template)
  return { id, ...content, at: now, notBefore: sendableFrom(now) }
}

/**
 * Sends what may be sent now, all in parallel, and takes what is done out of the document. Stops
 * starting new steps when the cap is over; `jobs` goes on from there.
 */
export async function dispatch(
  collection: CollectionName,
  matter: Pick<Stored, '_id' | 'township'>,
  notices: readonly Notice[],
  now: Date,
  capMs = SEND_CAP_MS,
): Promise<void> {
  const until = performance.now() + capMs
  const sends = notices.map((notice) => deliver(collection, matter, notice, now, until))
  for (const result of await Promise.allSettled(sends)) {
    if (result.status === 'rejected') {
      console.warn(
        JSON.stringify({ notice: 'not delivered, jobs will', why: String(result.reason) }),
      )
    }
  }
}

async function deliver(
  collection: CollectionName,
  matter: Pick<Stored, '_id' | 'township'>,
  notice: Notice,
  now: Date,
  until: number,
): Promise<void> {
  const people = await peopleOf(matter.township, notice.to, now)
  const done = await Promise.all(
    people.map((person) => deliverTo(matter.township, person, notice, now, until)),
  )
  if (done.every(Boolean)) await pullNotice(collection, matter, notice.id)
}

/** True when nothing is left to do for this person. */
async function deliverTo(
  township: string,
  person: Person,
  notice: Notice,
  now: Date,
  until: number,
): Promise<boolean> {
  const ripe = notice.notBefore <= now
  const message: Message = {
    _id: hashId('message', notice.id, person.accountId),
    township,
    schema: 1,
    to: person.accountId,
    title: notice.title,
    text: notice.text,
    target: notice.target,
    at: notice.at,
    read: false,
    delivery: ripe ? 'claimed' : 'waiting',
  }
  const claim = await claimMessage(message, ripe)
  if (claim === 'waiting') return false
  if (claim === 'settled') return true
  if (claim === 'claimed by another') {
    if (+now - +notice.at < CLAIM_LOST_MS) return false
    await settleMessage(message, 'unknown')
    return true
  }
  const left = until - performance.now()
  const outcome =
    left <= 0
      ? 'busy'
      : await sendSubscribeMessage(
          {
            openid: person.openid,
            template: notice.template,
            page: notice.target,
            values: notice.values,
          },
          left,
        )
  if (outcome === 'busy') {
    const giveUp = +now - +notice.at > GIVE_UP_MS
    await settleMessage(message, giveUp ? 'failed' : 'waiting')
    return giveUp
  }
  await Promise.all([
    settleMessage(message, outcome),
    recordPermit(township, person.accountId, notice.template, outcome),
  ])
  return true
}
