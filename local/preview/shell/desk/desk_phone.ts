import type { PhoneControl } from '../phone/phone_control'
import type { PhoneSettings } from '../phone/phone_settings'
import { dom } from '../phone/ui/dom'
import type { Identity } from './identities'
import { WechatMessages } from './wechat_messages'

interface DeskPhoneOptions {
  number: number
  openid: string
  identities: Identity[]
  templateTitles: Record<string, string>
  now: () => number
  /** The state of the phone when it is switched on. */
  settings: () => Partial<PhoneSettings>
  elder: () => boolean
}

const HOLDER_KEY = (number: number): string => `desk:phone-${number}`

/** One phone on the desk: its own page in an iframe, who holds it, and its WeChat messages. */
export class DeskPhone {
  readonly element: HTMLElement
  readonly messages: WechatMessages
  private openid: string
  private readonly frame: HTMLIFrameElement
  private readonly heading = dom('h1', {})
  private readonly menu: HTMLSelectElement

  constructor(private readonly options: DeskPhoneOptions) {
    const { number, identities, templateTitles, now } = options
    this.openid = sessionStorage.getItem(HOLDER_KEY(number)) ?? options.openid
    this.frame = dom('iframe', { name: `phone-${number}` })
    this.menu = dom('select', { 'aria-label': `第${number}部手机换身份` })
    this.menu.append(...identities.map(({ openid, label }) => new Option(label, openid)))
    this.menu.addEventListener('change', () => this.handTo(this.menu.value))
    this.messages = new WechatMessages(
      () => this.openid,
      templateTitles,
      now,
      (page) => this.open(page),
    )
    this.element = dom(
      'section',
      { class: 'phone-column' },
      dom(
        'header',
        {},
        this.heading,
        dom('label', { class: 'identity' }, dom('span', {}, '换身份'), this.menu),
      ),
      dom('div', { class: 'phone-case' }, this.frame),
      this.messages.element,
    )
    this.handTo(this.openid)
  }

  get number(): number {
    return this.options.number
  }

  get name(): string {
    return (
      this.options.identities.find(({ openid }) => openid === this.openid)?.label ?? this.openid
    )
  }

  get control(): PhoneControl | undefined {
    return this.frame.contentWindow?.phone
  }

  /** Gives the phone to another person: it starts anew with that person's storage. */
  handTo(openid: string, path = ''): void {
    this.openid = openid
    sessionStorage.setItem(HOLDER_KEY(this.number), openid)
    const { theme = 'light', network = 'wifi', fontSize = 17 } = this.options.settings()
    const query = new URLSearchParams({ openid, theme, network, fontSize: String(fontSize) })
    query.set('phone', String(this.number))
    if (this.options.elder()) query.set('elder', '1')
    if (path) query.set('path', path)
    this.menu.value = openid
    this.heading.textContent = this.name
    this.frame.title = this.name
    this.frame.src = `phone.html?${query}`
    void this.messages.poll()
  }

  open(page: string): void {
    this.control?.open(page)
    this.frame.focus()
  }
}
