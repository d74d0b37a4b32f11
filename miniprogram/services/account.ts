/** 我: who is registered on this phone, and which village they look at. */
import type { Input, Output } from '../../typings/wire'
import { fetchOrKept, readCache, shared, writeCache } from './cache'
import { call } from './call'
import { readStored, store } from './storage'

export type Me = Output<'account', 'me'>
export type Account = NonNullable<Me['account']>
export type Resident = NonNullable<Account['resident']>
export type Registration = Input<'account', 'bindResident'>
export type Contact = Registration['contact']
export type Message = Output<'account', 'inbox'>['messages'][number]

export const ME_KEY = 'me'
const VILLAGE_KEY = 'village'
const PHONE_KEY = 'phone'

export const fetchMe = shared((): Promise<Me> => call('account', 'me', {}))

/** Fresh when there is network, else as it was. */
export const me = (): Promise<Me> => fetchOrKept(ME_KEY, fetchMe)

export const keptMe = (): Me | undefined => readCache<Me>(ME_KEY)?.data

export async function register(registration: Registration): Promise<Account> {
  const { account } = await call('account', 'bindResident', registration)
  writeCache(ME_KEY, { templates: keptMe()?.templates ?? [], account })
  chooseVillage(registration.villageId)
  rememberPhone(registration.contact.phone ?? '')
  return account
}

/** The village whose services are shown: chosen, else where the person is registered. */
export const villageId = (): string =>
  readStored<string>(VILLAGE_KEY) ?? keptMe()?.account?.resident?.villageId ?? ''

export const chooseVillage = (id: string): void => {
  store(VILLAGE_KEY, id)
}

/** The server shows phones only masked; the phone's owner need not type it twice. */
export const rememberedPhone = (): string => readStored<string>(PHONE_KEY) ?? ''

export const rememberPhone = (phone: string): void => {
  if (phone) store(PHONE_KEY, phone)
}

export type FamilyMember = Output<'account', 'family'>['family'][number]

const FAMILY_KEY = 'family'

/** 我家里人: written once, chosen afterwards. */
export const family = (): Promise<FamilyMember[]> =>
  fetchOrKept(FAMILY_KEY, async () => (await call('account', 'family', {})).family)

export async function changeFamily(change: Input<'account', 'family'>): Promise<FamilyMember[]> {
  const answer = await call('account', 'family', change)
  writeCache(FAMILY_KEY, answer.family)
  return answer.family
}

export const INBOX_KEY = 'inbox'

export const fetchInbox = (cursor?: string): Promise<Output<'account', 'inbox'>> =>
  call('account', 'inbox', cursor === undefined ? {} : { cursor })

/** Tells that messages were opened; whether it arrives does not matter to the person. */
export async function markRead(ids: string[]): Promise<void> {
  if (ids.length > 0) await call('account', 'inbox', { read: ids })
}

export async function reportPermits(
  templates: Input<'account', 'permits'>['templates'],
  requestId: string,
): Promise<void> {
  await call('account', 'permits', { templates, requestId })
}
