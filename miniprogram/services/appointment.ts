/** 预约 */
import type { Input, Output } from '../../typings/wire'
import { dropCache, readCache, writeCache } from './cache'
import { call, CallError } from './call'

export type Slot = Output<'appointment', 'slots'>['slots'][number] & {
  /** 上门 */
  readonly home?: boolean
}
export type Appointment = Output<'appointment', 'book'>['appointment']
export type Booking = Input<'appointment', 'book'>

export const APPOINTMENTS_KEY = 'appointments'

export const slotsKey = (venueId: string, from: string): string => `slots:${venueId}:${from}`

export async function fetchSlots(venueId: string, from: string, to: string): Promise<Slot[]> {
  const { slots, homeVisits } = await call('appointment', 'slots', { venueId, from, to })
  return [...slots, ...homeVisits.map((slot) => ({ ...slot, home: true }))]
}

export async function book(booking: Booking): Promise<Appointment> {
  return keepTicket((await call('appointment', 'book', booking)).appointment)
}

/** 排队等空号 */
export async function joinWaitlist(booking: Booking): Promise<Appointment> {
  return keepTicket((await call('appointment', 'joinWaitlist', booking)).appointment)
}

/** 改时间: the new ticket; the old one is void from now on. */
export async function reschedule(
  id: string,
  slotId: string,
  requestId: string,
): Promise<Appointment> {
  const { appointment } = await call('appointment', 'reschedule', { id, slotId, requestId })
  dropCache(ticketKey(id))
  return keepTicket(appointment)
}

export async function answerOffer(
  id: string,
  accept: boolean,
  requestId: string,
): Promise<Appointment> {
  return keepTicket(
    (await call('appointment', 'answerOffer', { id, accept, requestId })).appointment,
  )
}

/** What comes with `SLOT_FULL`: the nearest free times, and whether one can wait. */
export interface Instead {
  readonly nearest: readonly Slot[]
  readonly canWait: boolean
}

export function insteadOf(error: unknown): Instead | null {
  const data = error instanceof CallError ? error.data : undefined
  return data && typeof data === 'object' && 'nearest' in data ? (data as Instead) : null
}

export async function cancel(id: string, requestId: string): Promise<Appointment> {
  return keepTicket((await call('appointment', 'cancel', { id, requestId })).appointment)
}

export async function fetchAppointments(): Promise<Appointment[]> {
  const { appointments } = await call('appointment', 'mine', {})
  appointments.forEach(keepTicket)
  return appointments
}

export async function fetchAppointment(id: string): Promise<Appointment> {
  return (await call('appointment', 'detail', { id })).appointment
}

export const ticketKey = (id: string): string => `ticket:${id}`

/** A ticket must open without network, so it is kept as soon as it is seen. */
function keepTicket(appointment: Appointment): Appointment {
  writeCache(ticketKey(appointment.id), appointment)
  return appointment
}

export const keptAppointments = (): Appointment[] =>
  readCache<Appointment[]>(APPOINTMENTS_KEY)?.data ?? []

export type Hall = Output<'appointment', 'hall'>

export const hallKey = (venueId: string): string => `hall:${venueId}`

export const fetchHall = (venueId: string): Promise<Hall> =>
  call('appointment', 'hall', { venueId })
