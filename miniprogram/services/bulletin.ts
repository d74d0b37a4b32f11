/** 督查: bulletins, the weekly meeting, the numbers that everybody may see. */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'
import { showDocument } from './document'

export type Bulletin = Output<'supervision', 'bulletin'>['bulletin']
export type BulletinRow = Bulletin['departments'][number]
export type SectionKey = Bulletin['sections'][number]['key']
export type Bulletins = Output<'supervision', 'bulletins'>['bulletins']
export type Agenda = Output<'supervision', 'agenda'>
export type Meeting = NonNullable<Agenda['meeting']>
export type MeetingForm = Omit<Input<'supervision', 'meeting'>, 'requestId' | 'week'>
export type Monthly = Output<'supervision', 'monthly'>

export const AGENDA_KEY = 'agenda'
export const MONTHLY_KEY = 'monthly'
export const bulletinKey = (month: string): string => `bulletin:${month}`

export async function fetchBulletins(): Promise<Bulletins> {
  return (await call('supervision', 'bulletins', {})).bulletins
}

export async function fetchBulletin(month: string): Promise<Bulletin> {
  return (await call('supervision', 'bulletin', { month })).bulletin
}

export async function editSection(
  month: string,
  key: SectionKey,
  text: string,
  requestId: string,
): Promise<Bulletin> {
  const sections = { [key]: text }
  return (await call('supervision', 'editBulletin', { month, sections, requestId })).bulletin
}

export async function publish(month: string, requestId: string): Promise<Bulletin> {
  return (await call('supervision', 'publishBulletin', { month, requestId })).bulletin
}

export async function correct(month: string, text: string, requestId: string): Promise<Bulletin> {
  return (await call('supervision', 'correctBulletin', { month, text, requestId })).bulletin
}

/** Fetches the Word document and opens it; WeChat's own menu shares or keeps it. */
export async function openWord(month: string): Promise<void> {
  const { url } = await call('supervision', 'bulletinFile', { month })
  await showDocument(downloaded(url))
}

/** `wx.downloadFile` gives a task and no promise. */
export const downloaded = (url: string): Promise<string> =>
  new Promise((done, fail) => {
    wx.downloadFile({ url, success: ({ tempFilePath }) => done(tempFilePath), fail })
  })

export const fetchAgenda = (): Promise<Agenda> => call('supervision', 'agenda', {})

export async function holdMeeting(
  week: string,
  form: MeetingForm,
  requestId: string,
): Promise<Meeting> {
  return (await call('supervision', 'meeting', { week, ...form, requestId })).meeting
}

export const fetchMonthly = (): Promise<Monthly> => call('supervision', 'monthly', {})
