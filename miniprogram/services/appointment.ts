/** 预约 */
import type { Input, Output } from '../../typings/wire'
import { readCache, writeCache } from './cache'
import { call } from './call'

export type Slot = Output<'appointment', 'slots'>['slots'][number]
export type Appointment = Output<'appointment', 'book'>['appointment']
export type Booking = Input<'appointment', 'book'>

export const APPOINTMENTS_KEY = 'appointments'

export const slotsKey = (venueId: string, from: string): string => `slots:${venueId}:${from}`

export async function fetchSlots(venueId: string, from: string, to: string): Promise<Slot[]> {
  return (await call('appointment', 'slots', { venueId, from, to })).slots
}

export async function book(booking: Booking): Promise<Appointment> {
  return keepTicket((await call('appointment', 'book', booking)).appointment)
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
