import type { DeskControl } from '../phone/phone-control'
import type { PhoneSettings } from '../phone/phone-settings'
import { dom } from '../phone/ui/dom'
import { loadTemplateTitles } from '../phone/wx/template-titles'
import { DeskPhone } from './desk-phone'
import { fitPhones } from './fit-phones'
import { FIRST_HOLDERS, loadIdentities } from './identities'
import { Sidebar } from './sidebar'

const POLL_MS = 2000

/** Lays the phones out; `?phones=1` shows one alone, at its real size, for pictures. */
async function layDesk(): Promise<void> {
  const address = new URLSearchParams(location.search)
  const count = Math.min(3, Math.max(1, Number(address.get('phones') ?? 3)))
  const [identities, templateTitles] = await Promise.all([loadIdentities(), loadTemplateTitles()])
  let settings: Partial<PhoneSettings> = {}
  let elder = false

  const change = (changes: Partial<PhoneSettings>): void => {
    settings = { ...settings, ...changes }
    for (const phone of phones) phone.control?.change(changes)
  }
  const sidebar = new Sidebar({
    settingsChanged: change,
    elderChanged(on) {
      elder = on
      for (const phone of phones) phone.control?.setElder(on)
    },
    clockMoved({ offsetMs }) {
      for (const phone of phones) phone.control?.setClock(offsetMs)
      void poll()
    },
  })
  const phones = FIRST_HOLDERS.slice(0, count).map(
    (openid, index) =>
      new DeskPhone({
        number: index + 1,
        openid: address.get(`openid${index + 1}`) ?? openid,
        identities,
        templateTitles,
        now: () => sidebar.now(),
        settings: () => settings,
        elder: () => elder,
      }),
  )
  const poll = async (): Promise<void> => {
    await Promise.all(phones.map(({ messages }) => messages.poll()))
  }
  window.desk = {
    phones: () => phones.map(({ name, number, control }) => ({ name, number, control })),
    sendCard: ({ path }, number) => phones.find((phone) => phone.number === number)?.open(path),
  } satisfies DeskControl

  document.body.dataset.phones = String(count)
  document.body.append(
    sidebar.element,
    dom('main', { class: 'phones' }, ...phones.map(({ element }) => element)),
  )
  if (count > 1) fitPhones()
  setInterval(() => void poll(), POLL_MS)
}

void layDesk()
