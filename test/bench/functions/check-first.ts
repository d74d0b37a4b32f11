/**
 * For comparison only: the design that most booking systems have. It looks whether there is room,
 * then writes the booking; between the two somebody else does the same. The same router, caller and
 * answers as the product; without the limit per person and without telling anybody.
 */
import cloudbase from '@cloudbase/node-sdk'
import * as z from 'zod'
import { action } from '../../../cloudfunctions/core/kernel/action'
import { serve } from '../../../cloudfunctions/core/kernel/serve'
import { findSlot } from '../../../cloudfunctions/core/store/slots'
import { refusedWithNearest } from '../../../cloudfunctions/appointment/seating'

/**
 * A collection with an index that begins with a text, as one made for bookings would have; what is
 * written here belongs to no township.
 */
const bookings = cloudbase
  .init({ env: cloudbase.SYMBOL_CURRENT_ENV })
  .database()
  .collection('deliveries')

const book = action({
  summary: '先看有没有空，再写一条',
  by: ['villager'],
  scope: 'bookedSlots',
  input: z.object({ slotId: z.string(), requestId: z.string() }),
  output: z.object({ id: z.string() }),
  run: async ({ township, caller, now, request }, { slotId }) => {
    const slot = await findSlot({ township }, slotId)
    if (!slot) throw new Error(`no slot ${slotId}`)
    const taken = (await bookings.where({ township: 'check-first', version: slotId }).count()) as {
      total?: number
    }
    if ((taken.total ?? 0) >= slot.capacity) throw await refusedWithNearest('SLOT_FULL', slot, now)
    await bookings.add({
      _id: request.key,
      township: 'check-first',
      version: slotId,
      who: caller.id,
      at: now,
    })
    return { id: request.key }
  },
})

export const main = serve({ book })
