import { keptMe, me } from '../../services/account'
import { staffTabs } from '../../services/roles'
import type { StaffTab } from '../../services/roles'
import { replace } from '../../services/navigate'

/** The bottom bar of the people at work: their pages lie in subpackages, so it redirects. */
Component({
  properties: {
    /** Key of the tab on which the page is. */
    current: String,
  },
  data: { tabs: [] as StaffTab[] },
  lifetimes: {
    attached() {
      this.show()
      if (this.data.tabs.length > 0) return
      me().then(
        () => {
          this.show()
        },
        () => undefined,
      )
    },
  },
  methods: {
    show() {
      const tabs = staffTabs(keptMe()?.account)
      // One tab is no choice.
      if (tabs.length > 1) this.setData({ tabs })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const { key, path } = event.currentTarget.dataset as Record<string, string>
      if (path && key !== this.data.current) replace(path)
    },
  },
})
