import * as z from 'zod'
import { date, requestId } from '../../core/kernel/schemas'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间要写成 14:00 这样')

export const whereaboutsInput = z.object({
  state: z.enum(['in', 'village', 'out', 'leave']),
  /** The last day; today when left out. */
  until: date.optional(),
  backAt: time.optional(),
  /** Who takes calls meanwhile, by staff id. */
  substituteId: z.string().max(40).optional(),
  requestId,
})
export const whereaboutsOutput = z.object({
  whereabouts: z.object({
    state: z.enum(['in', 'village', 'out', 'leave']),
    from: z.string(),
    until: z.string(),
    backAt: z.string().nullable(),
    substitute: z.object({ name: z.string(), phone: z.string() }).nullable(),
  }),
})
