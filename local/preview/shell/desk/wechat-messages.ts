import { dom } from '../phone/ui/dom'
import { clockText, dateText, dayNumber } from '../township-time'

/** A subscribe message as it arrived at one person's WeChat. */
export interface WechatMessage {
  id: string
  templateId: string
  title?: string
  page: string
  data: Record<string, { value: string } | string>
  at: string | number
}

const CHAT_ICON =
  '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M2.5 4h13.5v9H7.5l-5 4zM19.5 8.5h2V21l-4-3.5h-7V16"/></svg>'

const READ_KEY = 'desk:read-messages'

const readIds = (): Set<string> =>
  new Set(JSON.parse(localStorage.getItem(READ_KEY) ?? '[]') as string[])

function markRead(id: string): void {
  localStorage.setItem(READ_KEY, JSON.stringify([...readIds(), id].slice(-500)))
}

/** The list under a phone; a tap on a message opens its page in that phone. */
export class WechatMessages {
  readonly element: HTMLElement
  private readonly list = dom('div', { class: 'message-list' })
  private shown = ''
  private messages: WechatMessage[] = []

  constructor(
    label: string,
    private readonly openid: () => string,
    private readonly titles: Record<string, string>,
    private readonly now: () => number,
    private readonly open: (page: string) => void,
  ) {
    const heading = dom('h2', {})
    heading.innerHTML = `${CHAT_ICON}微信消息`
    this.element = dom('section', { class: 'messages', 'aria-label': label }, heading, this.list)
  }

  /** Asks the server; a server without messages leaves the list empty. */
  async poll(): Promise<void> {
    const openid = this.openid()
    const query = new URLSearchParams({ openid })
    const response = await fetch(`/wx/messages?${query}`).catch(() => undefined)
    if (openid !== this.openid()) return
    this.messages = response?.ok
      ? ((await response.json()) as { messages: WechatMessage[] }).messages
      : []
    this.draw()
  }

  private draw(): void {
    const read = readIds()
    const sorted = [...this.messages].sort((a, b) => timeOf(b) - timeOf(a))
    const rows = sorted.map((message) => this.describe(message, !read.has(message.id)))
    const text = JSON.stringify(rows)
    if (text === this.shown) return
    this.shown = text
    this.list.replaceChildren(
      ...(rows.length > 0 ? [] : [dom('p', { class: 'no-messages' }, '还没有消息')]),
      ...rows.map((row, index) => {
        const button = dom(
          'button',
          { type: 'button', class: 'message' },
          dom(
            'span',
            { class: 'message-head' },
            dom('b', {}, row.title),
            ...(row.isNew ? [dom('i', { class: 'new' }, '新')] : []),
            dom('time', {}, row.time),
          ),
          dom('span', { class: 'message-text' }, row.text),
        )
        button.addEventListener('click', () => this.tap(sorted[index]))
        return button
      }),
    )
  }

  private tap(message: WechatMessage | undefined): void {
    if (!message) return
    markRead(message.id)
    this.open(message.page)
    this.draw()
  }

  private describe(message: WechatMessage, isNew: boolean) {
    const values = Object.values(message.data).map((entry) =>
      typeof entry === 'string' ? entry : entry.value,
    )
    const title = message.title ?? this.titles[message.templateId] ?? values[0] ?? ''
    const text = values.filter((value) => value !== title).join('，')
    return { title, text, time: timeText(timeOf(message), this.now()), isNew }
  }
}

const timeOf = ({ at }: WechatMessage): number => new Date(at).getTime()

/** 刚刚, 8:00, 昨天, 11月24日: as WeChat dates a chat. */
export function timeText(at: number, now: number): string {
  if (now - at < 60_000) return '刚刚'
  const days = dayNumber(now) - dayNumber(at)
  if (days === 0) return clockText(at)
  return days === 1 ? '昨天' : dateText(at)
}
