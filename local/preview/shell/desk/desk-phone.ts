import type { Identity } from '../../compile/demo-people'
import type { PhoneControl } from '../phone/phone-control'
import type { PhoneSettings } from '../phone/phone-settings'
import { dom } from '../phone/ui/dom'
import { WechatMessages } from './wechat-messages'

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
    this.menu.append(
      ...identities.map(
        ({ openid, label, detail }) => new Option(detail ? `${label}，${detail}` : label, openid),
      ),
    )
    this.menu.addEventListener('change', () => this.handTo(this.menu.value))
    this.messages = new WechatMessages(
      `第${number}部手机的微信消息`,
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
    return this.holder?.label ?? this.openid
  }

  private get holder(): Identity | undefined {
    return this.options.identities.find(({ openid }) => openid === this.openid)
  }

  get control(): PhoneControl | undefined {
    return this.frame.contentWindow?.phone
  }

  /** Gives the phone to another person: it starts anew with that person's storage. */
  handTo(openid: string): void {
    this.openid = openid
    this.start(this.holder?.start ?? '')
    void this.messages.poll()
  }

  private start(path: string): void {
    const { openid } = this
    sessionStorage.setItem(HOLDER_KEY(this.number), openid)
    const { theme = 'light', network = 'wifi', fontSize = 17 } = this.options.settings()
    const query = new URLSearchParams({ openid, theme, network, fontSize: String(fontSize) })
    query.set('phone', String(this.number))
    if (this.options.elder()) query.set('elder', '1')
    if (path) query.set('path', `/${path}`)
    this.menu.value = openid
    this.heading.textContent = this.name
    this.frame.title = this.name
    this.frame.src = `phone.html?${query}`
  }

  /** A phone that is still starting starts with that page. */
  open(page: string): void {
    if (this.control) this.control.open(page)
    else this.start(page.replace(/^\//, ''))
    this.frame.focus()
  }
}
