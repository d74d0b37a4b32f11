import { randomUUID } from 'node:crypto'
import type { Database, Document } from '../database/interface'

const MESSAGES = '__wx_messages'
const PERMITS = '__wx_permits'

/** A message that lies in somebody's WeChat. */
export interface DeliveredMessage {
  readonly id: string
  readonly templateId: string
  readonly title: string
  readonly page: string | null
  readonly data: Readonly<Record<string, { readonly value: string }>>
  /** ISO instant, by the host's clock. */
  readonly at: string
}

/** A delivered message and whose it is. */
export type StoredMessage = DeliveredMessage & { readonly openid: string }

/** What WeChat keeps: delivered messages, and how many more each person allowed per template. */
export class MessageStore {
  constructor(private readonly database: Database) {
    for (const name of [MESSAGES, PERMITS]) {
      if (!database.hasCollection(name)) database.createCollection(name)
    }
    database.ensureIndex(MESSAGES, {
      name: 'openid',
      keys: [
        ['openid', 1],
        ['at', 1],
      ],
    })
    database.ensureIndex(MESSAGES, { name: 'at', keys: [['at', 1]] })
  }

  /** One acceptance allows one message; there is no expiry. */
  async allow(openid: string, templateId: string, count = 1): Promise<number> {
    await this.database.update(
      PERMITS,
      { _id: permitId(openid, templateId) },
      { $inc: { left: count } },
      { merge: true, upsert: true },
    )
    return this.#left(openid, templateId)
  }

  /** The newest messages of all people, newest first. */
  async newest(count: number): Promise<StoredMessage[]> {
    const found = await this.database.find(MESSAGES, {}, { order: { at: -1 }, limit: count })
    return found.map((document) => ({
      ...toMessage(document),
      openid: String(document['openid']),
    }))
  }

  /** Gives the first permits of somebody who has none on record yet; used or not, never twice. */
  async allowAtFirst(openids: readonly string[], templateIds: readonly string[], count: number) {
    for (const openid of openids) {
      const wanted = templateIds.map((templateId) => permitId(openid, templateId))
      const present = await this.database.find(PERMITS, { _id: { $in: wanted } }, { limit: 1000 })
      const known = new Set(present.map((document) => document._id))
      const missing = wanted.filter((id) => !known.has(id))
      if (missing.length > 0) {
        await this.database.insert(
          PERMITS,
          missing.map((_id) => ({ _id, left: count })),
        )
      }
    }
  }

  /** Uses one permit up; false when there is none. */
  async spend(openid: string, templateId: string): Promise<boolean> {
    const { updated } = await this.database.update(
      PERMITS,
      { _id: permitId(openid, templateId), left: { $gt: 0 } },
      { $inc: { left: -1 } },
    )
    return updated === 1
  }

  async deliver(openid: string, message: Omit<DeliveredMessage, 'id'>): Promise<string> {
    const id = randomUUID().replaceAll('-', '')
    await this.database.insert(MESSAGES, [{ _id: id, openid, ...message }])
    return id
  }

  /** The newest 1,000 messages of a person, newest last. */
  async messages(openid: string): Promise<DeliveredMessage[]> {
    const newest = await this.database.find(
      MESSAGES,
      { openid },
      { order: { at: -1 }, limit: 1000 },
    )
    return newest.reverse().map(toMessage)
  }

  async #left(openid: string, templateId: string): Promise<number> {
    const [permit] = await this.database.find(PERMITS, { _id: permitId(openid, templateId) })
    return Number(permit?.['left'] ?? 0)
  }
}

function permitId(openid: string, templateId: string): string {
  return `${openid}|${templateId}`
}

function toMessage(document: Document): DeliveredMessage {
  const { _id, openid: _openid, ...message } = document
  return { id: String(_id), ...message } as DeliveredMessage
}
