import { STANDARD_FONT_SIZE } from '../phone/font-size'
import type { PhoneSettings } from '../phone/phone-settings'
import { button, dom } from '../phone/ui/dom'
import { clockText, dateText, nextThursdayMorning, weekdayText } from '../township-time'
import { moveClock, readClock, type ServerClock } from './server-clock'

interface SidebarActions {
  settingsChanged(settings: Partial<PhoneSettings>): void
  elderChanged(on: boolean): void
  clockMoved(clock: ServerClock): void
}

/** WeChat's font sizes: its own slider, then 关怀模式. */
const FONT_SIZES: [string, number][] = [
  ['小', 15],
  ['标准', STANDARD_FONT_SIZE],
  ['大', 19],
  ['更大', 21],
  ['关怀模式', 23.8],
]

const STORY = ['在左边手机约个号', '中间手机收到任务，办完写答复', '点左边的微信消息，打分']

/** The left side of the desk: the time, what is true for every phone, what to try. */
export class Sidebar {
  readonly element: HTMLElement
  private readonly date = dom('b', {})
  private readonly time = dom('span', {})
  private offsetMs = 0

  constructor(private readonly actions: SidebarActions) {
    this.element = dom(
      'aside',
      {},
      dom('p', { class: 'product' }, '新铺乡便民服务'),
      dom('p', { class: 'note' }, '三部手机，同一套程序。在一部上约号，另一部马上收到。'),
      dom('h2', {}, '时间'),
      dom('div', { class: 'clock', role: 'timer', 'aria-label': '现在' }, this.date, this.time),
      dom(
        'div',
        { class: 'pair' },
        button('+1小时', () => void this.move({ advance: '1h' })),
        button('+1天', () => void this.move({ advance: '1d' })),
      ),
      button('到周四早上', () => void this.move({ now: nextThursdayMorning(this.now()) })),
      dom('h2', {}, '手机'),
      this.toggle('网络', true, ['有', '没有'], (on) =>
        actions.settingsChanged({ network: on ? 'wifi' : 'none' }),
      ),
      this.toggle('大字版', false, ['开', '关'], (on) => actions.elderChanged(on)),
      this.toggle('深色', false, ['开', '关'], (on) =>
        actions.settingsChanged({ theme: on ? 'dark' : 'light' }),
      ),
      this.fontSize(),
      dom('h2', {}, '试一试'),
      dom('ol', {}, ...STORY.map((step) => dom('li', {}, step))),
      dom('h2', {}, '说明'),
      dom('p', { class: 'note' }, '姓名、电话、数字都是示例，电话请勿拨打。'),
    )
    setInterval(() => this.showTime(), 1000)
    void readClock().then((clock) => this.follow(clock))
  }

  now(): number {
    return Date.now() + this.offsetMs
  }

  private async move(step: Parameters<typeof moveClock>[0]): Promise<void> {
    const clock = await moveClock(step)
    this.follow(clock)
    this.actions.clockMoved(clock)
  }

  private follow(clock: ServerClock): void {
    this.offsetMs = clock.offsetMs
    this.showTime()
  }

  private showTime(): void {
    this.date.textContent = `${dateText(this.now())} ${weekdayText(this.now())}`
    this.time.textContent = clockText(this.now())
  }

  private toggle(
    name: string,
    on: boolean,
    words: [string, string],
    change: (on: boolean) => void,
  ): HTMLElement {
    const box = dom('input', { type: 'checkbox', role: 'switch', checked: on })
    const word = dom('span', { class: 'state', 'aria-hidden': 'true' })
    const show = (): void => {
      word.textContent = words[box.checked ? 0 : 1]
    }
    box.addEventListener('change', () => {
      show()
      change(box.checked)
    })
    show()
    return dom('label', { class: 'option' }, dom('span', { class: 'grow' }, name), word, box)
  }

  private fontSize(): HTMLElement {
    const menu = dom('select', {})
    menu.append(...FONT_SIZES.map(([name, size]) => new Option(name, String(size))))
    menu.value = String(STANDARD_FONT_SIZE)
    menu.addEventListener('change', () =>
      this.actions.settingsChanged({ fontSize: Number(menu.value) }),
    )
    return dom('label', { class: 'option' }, dom('span', { class: 'grow' }, '字号'), menu)
  }
}
