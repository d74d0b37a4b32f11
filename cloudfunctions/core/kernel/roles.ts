/** Who an action is for, where it is for everybody: one table, so that no role is forgotten. */
import type { StaffRole } from '../store/documents/account'

/** Every role at work once; one that is missing here does not compile. */
const AT_WORK: Readonly<Record<StaffRole, true>> = {
  agent: true,
  window: true,
  cadre: true,
  leader: true,
  head: true,
  supervisor: true,
  admin: true,
}

/** The township's own people. */
export const EVERYBODY = Object.keys(AT_WORK) as readonly StaffRole[]

/** Everybody who is registered here: people at work have matters of their own, too. */
export const ANYBODY = ['villager', ...EVERYBODY] as const
