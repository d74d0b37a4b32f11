import { followAppearance } from '../../services/appearance'
import type { Appearance } from '../../services/appearance'
import { home, keptHome } from '../../services/catalog'
import type { Problem } from '../../services/load'
import { go } from '../../services/navigate'
import { dial } from '../../services/phone'

/**
 * The root of every page: text size, theme, room for the bars; skeleton, error and offline banner.
 * Pages draw their content in the slot once their data is there.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    /** `waiting`, `skeleton`, `ready`, `error`: see services/load. */
    status: { type: String, value: 'ready' },
    /** When what is shown is from, if it could not be refreshed. */
    asOf: String,
    problem: { type: Object, value: null },
    /** `Fault` of services/page: what nobody expected. */
    fault: { type: Object, value: null },
    /** What is fixed below: `tabs`, `action`, or nothing. */
    bar: String,
  },
  data: { classes: '', fs: 1, station: null as { name: string; phone: string } | null },
  lifetimes: {
    attached() {
      this.setData({ station: keptHome()?.township.station ?? null })
      const stop = followAppearance((look) => {
        this.setData({ classes: look.classes, fs: look.fs })
        paintWindow(look)
      })
      Object.assign(this, { stop })
    },
    detached() {
      ;(this as unknown as { stop?: () => void }).stop?.()
    },
  },
  observers: {
    'status, fault'(status: string, fault: object | null) {
      const shown = status === 'error' || (fault && status !== 'ready')
      if (!shown || this.data.station) return
      home().then(
        ({ township }) => this.setData({ station: township.station }),
        () => undefined,
      )
    },
  },
  methods: {
    retry() {
      if (this.data.fault) this.again()
      else this.triggerEvent('retry')
    },
    again() {
      this.triggerEvent('fault', { again: true })
    },
    closeFault() {
      this.triggerEvent('fault', { again: false })
    },
    leave() {
      const { url = '' } = (this.data.problem as Problem | null)?.way ?? {}
      if (url) go(url)
    },
    callStation() {
      dial(this.data.station?.phone ?? '')
    },
  },
})

/** A theme chosen in the app must reach what WeChat draws around the page. */
function paintWindow({ theme, dark }: Appearance): void {
  if (theme === 'auto') return
  const backgroundColor = dark ? '#131613' : '#f6f3eb'
  wx.setNavigationBarColor({
    frontColor: dark ? '#ffffff' : '#000000',
    backgroundColor,
    fail: () => undefined,
  })
  wx.setBackgroundColor({ backgroundColor, fail: () => undefined })
}
