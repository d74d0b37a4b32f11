/** 上班: what the people at work read and do. */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'

export type Inbox = Output<'case', 'inbox'>
export type Task = Inbox['tasks'][number]
export type Day = Output<'appointment', 'day'>
export type Visitor = Day['visitors'][number]
export type Board = Output<'supervision', 'board'>
export type Said = Input<'office', 'whereabouts'>
export type Whereabouts = Output<'office', 'whereabouts'>['whereabouts']
export type Permits = Input<'account', 'permits'>['templates']
type People = Output<'catalog', 'people'>['people']

export const INBOX_KEY = 'office-inbox'
export const BOARD_KEY = 'board'
export const dayKey = (venueId: string, date: string): string => `day:${venueId}:${date}`

export const fetchTasks = (cursor?: string): Promise<Inbox> =>
  call('case', 'inbox', cursor === undefined ? {} : { cursor })

export type CallUnit = Output<'case', 'calls'>['units'][number]

export const CALLS_KEY = 'calls'

/** 电话单: what no department has opened, and whom to call. */
export async function fetchCalls(): Promise<readonly CallUnit[]> {
  return (await call('case', 'calls', {})).units
}

/** 打过电话: kept with the order that nobody signed for. */
export async function noteOrderCall(id: string, toName: string, requestId: string): Promise<void> {
  await call('supervision', 'calledOrder', { id, toName, requestId })
}

/** 打过电话: kept with the matter. */
export async function noteCall(id: string, toName: string, requestId: string): Promise<void> {
  await call('case', 'called', { id, toName, requestId })
}

export const fetchBoard = (): Promise<Board> => call('supervision', 'board', {})

export const fetchDay = (venueId: string, date: string): Promise<Day> =>
  call('appointment', 'day', { venueId, date })

/** A link to the photo of a paper, good for some minutes; null while it is brought in by hand. */
export async function paperLink(id: string, key: string): Promise<string | null> {
  return (await call('case', 'paper', { id, key })).url
}

export type QueueEntry = Output<'appointment', 'checkIn'>['entry']
export type Came = Input<'appointment', 'serve'>['came']
export type Priority = NonNullable<Input<'appointment', 'walkIn'>['priority']>

export async function checkIn(input: Input<'appointment', 'checkIn'>): Promise<QueueEntry> {
  return (await call('appointment', 'checkIn', input)).entry
}

export async function walkIn(input: Input<'appointment', 'walkIn'>): Promise<QueueEntry> {
  return (await call('appointment', 'walkIn', input)).entry
}

/** Null when nobody waits. */
export async function callNext(
  venueId: string,
  requestId: string,
  id?: string,
): Promise<QueueEntry | null> {
  return (await call('appointment', 'callNext', { venueId, requestId, ...(id ? { id } : {}) }))
    .entry
}

export async function serveVisitor(input: Input<'appointment', 'serve'>): Promise<QueueEntry> {
  return (await call('appointment', 'serve', input)).entry
}

/** 咨询: somebody at the window asked about what they booked for, and was answered. */
export async function consultVisitor(
  visitor: NonNullable<Input<'office', 'consultation'>['visitor']>,
  requestId: string,
): Promise<void> {
  await call('office', 'consultation', { visitor, outcome: 'answered', requestId })
}

export async function notThere(
  venueId: string,
  id: string,
  requestId: string,
): Promise<QueueEntry> {
  return (await call('appointment', 'noShow', { venueId, id, requestId })).entry
}

export async function sayWhereabouts(said: Said): Promise<Whereabouts> {
  return (await call('office', 'whereabouts', said)).whereabouts
}

export async function people(where: Input<'catalog', 'people'>): Promise<People> {
  return (await call('catalog', 'people', where)).people
}

/** How many more messages of new tasks WeChat will take, after these answers. */
export async function taskPermits(templates: Permits, requestId: string): Promise<number> {
  const { permits } = await call('account', 'permits', { templates, requestId })
  return permits.find(({ key }) => key === 'task')?.left ?? 0
}

/** 部门: to whom a matter can go. */
export async function units(): Promise<Output<'case', 'units'>['units']> {
  return (await call('case', 'units', {})).units
}

export type Intake = Input<'case', 'intake'>
export type Similar = Output<'case', 'similar'>['cases']
type Receipt = Output<'case', 'intake'>['case']

/** 当场办好: accepted, answered and completed at once. */
export async function serveNow(input: Input<'case', 'serveNow'>): Promise<Receipt> {
  return (await call('case', 'serveNow', input)).case
}

/** The same person's same matter that is still open: shown, never blocking. */
export async function similar(input: Input<'case', 'similar'>): Promise<Similar> {
  return (await call('case', 'similar', input)).cases
}

/** 送到了: the agent's papers are at the township. */
export async function carried(id: string, requestId: string): Promise<void> {
  await call('case', 'carry', { id, requestId })
}
