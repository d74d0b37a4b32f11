import { dom } from '../ui/dom'

const TRIGGER_PX = 60
const GIVE_UP_MS = 5000

interface Pulled {
  container: HTMLElement
  scroller: HTMLElement
  canPullDown: boolean
}

/** Pull down to refresh: three dots above the page until the page says stop. */
export class PullDown {
  private readonly dots = dom(
    'div',
    { class: 'page-refresh', 'aria-hidden': 'true' },
    dom('i'),
    dom('i'),
    dom('i'),
  )
  private startY: number | undefined
  private pulled = 0
  private giveUp: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly page: Pulled,
    private readonly refresh: () => void,
  ) {
    const { scroller } = page
    page.container.prepend(this.dots)
    scroller.addEventListener('touchstart', ({ touches: [touch] }) => {
      this.pulled = 0
      this.startY = page.canPullDown && scroller.scrollTop <= 0 ? touch?.clientY : undefined
    })
    scroller.addEventListener('touchmove', ({ touches: [touch] }) => {
      if (this.startY === undefined || !touch) return
      this.pulled = Math.max(0, (touch.clientY - this.startY) / 2)
      this.moveTo(Math.min(this.pulled, 80))
    })
    scroller.addEventListener('touchend', () => {
      if (this.startY === undefined) return
      this.startY = undefined
      if (this.pulled >= TRIGGER_PX / 2) this.start()
      else this.moveTo(0)
    })
  }

  start(): void {
    this.moveTo(TRIGGER_PX)
    clearTimeout(this.giveUp)
    this.giveUp = setTimeout(() => this.stop(), GIVE_UP_MS)
    this.refresh()
  }

  stop(): void {
    clearTimeout(this.giveUp)
    this.moveTo(0)
  }

  private moveTo(y: number): void {
    this.dots.classList.toggle('shown', y > 0)
    this.page.scroller.style.transform = y > 0 ? `translateY(${y}px)` : ''
  }
}
