import { followAppearance } from '../services/appearance'
import { goTab } from '../services/navigate'

/** Our own tab bar: the labels of WeChat's are about 10 px and do not grow. */
Component({
  data: {
    classes: '',
    fs: 1,
    selected: 0,
    tabs: [
      { path: '/pages/home/home', icon: 'home', text: '首页' },
      { path: '/pages/appointments/appointments', icon: 'calendar', text: '预约' },
      { path: '/pages/progress/progress', icon: 'task', text: '进度' },
      { path: '/pages/mine/mine', icon: 'user', text: '我的' },
    ],
  },
  lifetimes: {
    attached() {
      const stop = followAppearance(({ classes, fs }) => {
        this.setData({ classes, fs })
      })
      Object.assign(this, { stop })
    },
    detached() {
      ;(this as unknown as { stop?: () => void }).stop?.()
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      goTab(String(event.currentTarget.dataset.path))
    },
  },
})
