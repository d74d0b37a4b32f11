import { action } from '../../core/kernel/action'
import { beginHandover } from '../handover/begin'
import { handoverInput, handoverOutput } from '../schema/handover'
import { EVERYBODY } from '../../core/kernel/roles'
import { findStaff } from '../staff'
import type { StaffAccount } from '../staff'

export const handover = action({
  summary: '请假交接：谁替、从哪天到哪天、手上有什么；对方接了才生效',
  by: EVERYBODY,
  scope: 'self',
  input: handoverInput,
  output: handoverOutput,
  run: async (call, { toStaffId, start, until, note }) =>
    beginHandover(call, {
      kind: 'leave',
      from: call.caller.account as StaffAccount,
      to: await findStaff(call.township, toStaffId, '替岗的人'),
      start,
      until,
      note,
    }),
})
