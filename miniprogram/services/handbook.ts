/** 《百事通》发放登记. */
import type { Output } from '../../typings/wire'
import { call } from './call'

export type Register = Output<'office', 'handbookRegister'>
export type VillageCount = Output<'office', 'handbookVillages'>['villages'][number]

export interface OwnRegister {
  readonly edition: string
  readonly village: VillageCount | null
  readonly deliveries: Register['deliveries']
  readonly next: string | null
}

export const REGISTER_KEY = 'handbook-register'

/** The agent's own village: how many households have theirs, and which. */
export async function fetchRegister(): Promise<OwnRegister> {
  const [{ villages }, register] = await Promise.all([
    call('office', 'handbookVillages', {}),
    call('office', 'handbookRegister', {}),
  ])
  return { ...register, village: villages[0] ?? null }
}

export const moreOfRegister = (cursor: string): Promise<Register> =>
  call('office', 'handbookRegister', { cursor })

export const deliverHandbook = (
  no: string,
  requestId: string,
): Promise<Output<'office', 'deliverHandbook'>> =>
  call('office', 'deliverHandbook', { no, requestId })
