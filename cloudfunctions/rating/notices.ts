import { notice } from '../core/kernel/notices'
import type { Notice, Recipient } from '../core/store/documents/matter'
import type { Rectification } from '../core/store/documents/rectification'
import { businessDate, wallTime } from '../../miniprogram/shared/dates'

export const rectificationPage = (id: string): string =>
  `/packages/rating/rectification/rectification?id=${id}`

/** A task in a rectification for people at work. */
export function rectificationTask(
  doc: Rectification,
  cause: string,
  now: Date,
  to: Recipient,
  title: string,
  text: string,
): Notice {
  const by = doc.urgentAt.getUTCFullYear() < 9999 ? new Date(+doc.urgentAt - 1) : now
  return notice(cause, now, {
    to,
    template: 'task',
    title,
    text,
    target: rectificationPage(doc._id),
    values: { matter: title, place: doc.unitName, by: `${businessDate(by)} 17:30`, hint: title },
  })
}

/** 您有一件事项有进展: neutral, because family phones are shared. */
export function villagerNotices(doc: Rectification, cause: string, now: Date): Notice[] {
  if (doc.ownerId === null || doc.origin === 'visit') return []
  return [
    notice(cause, now, {
      to: { account: doc.ownerId },
      template: 'progress',
      title: '您有一件事项有进展',
      text: '您提的意见有回音了，点开看。',
      target: `/packages/rating/rate/rate?id=${doc.targetId}`,
      values: {
        matter: '您有一件事项有进展',
        state: '有回音了',
        hint: '您提的意见有回音了，点开看',
        at: `${businessDate(now)} ${wallTime(now)}`,
      },
    }),
  ]
}

export function overdueNotices(doc: Rectification, cause: string, now: Date): Notice[] {
  const supervisor = rectificationTask(
    doc,
    cause,
    now,
    { role: 'supervisor' },
    doc.state === 'escalated' ? '差评整改到期没改' : '差评回访到期没打',
    `${doc.unitName}的${doc.itemName}，点开看该谁办。`,
  )
  if (doc.state !== 'escalated') return [supervisor]
  const leader = rectificationTask(
    doc,
    cause,
    now,
    { role: 'leader' },
    '差评整改到期没改，请您管',
    `${doc.unitName}的${doc.itemName}，15个工作日到了还没有改。`,
  )
  return [supervisor, leader]
}
