/** 交接: what a crash left of the two accounts is put right, then what is left to send. */
import { applyHandover } from '../../core/store/handovers'
import type { Handover } from '../../core/store/documents/staff'
import { sendNotices } from './notices'

export async function settleHandover(handover: Handover, now: Date): Promise<void> {
  await applyHandover(handover)
  await sendNotices('handovers', handover, now)
}
