import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { beginHandover } from '../handover/begin'
import { nameSubstituteInput, nameSubstituteOutput } from '../schema/handover'
import { findStaff } from '../staff'

export const nameSubstitute = action({
  summary: '有人突然来不了：领导指定人替，当场生效，交接后补',
  by: ['leader'],
  scope: 'township',
  input: nameSubstituteInput,
  output: nameSubstituteOutput,
  run: async (call, { staffId, toStaffId, until }) => {
    const [from, to] = await Promise.all([
      findStaff(call.township, staffId, '来不了的人'),
      findStaff(call.township, toStaffId, '替岗的人'),
    ])
    const start = businessDate(call.now)
    return beginHandover(call, { kind: 'emergency', from, to, start, until, note: '' })
  },
})
