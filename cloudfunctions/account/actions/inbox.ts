import { action } from '../../core/kernel/action'
import { ANYBODY } from '../../core/kernel/roles'
import { page } from '../../core/kernel/page'
import type { Message } from '../../core/store/documents/message'
import { markRead } from '../../core/store/messages'
import { inboxInput, inboxOutput } from '../schema'

const PAGE = 30

export const inbox = action({
  summary: '消息箱：微信没提醒到的，这里都有',
  by: ANYBODY,
  scope: 'self',
  input: inboxInput,
  output: inboxOutput,
  run: async ({ scope }, { cursor, read = [] }) => {
    if (read.length > 0) await markRead(scope, read)
    const { docs: messages, next } = await page<Message>('messages', scope, {
      field: 'at',
      cursor,
      size: PAGE,
    })
    return {
      messages: messages.map(({ _id, at, ...message }) => ({
        ...message,
        id: _id,
        at: at.toISOString(),
      })),
      next,
    }
  },
})
