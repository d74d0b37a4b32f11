import { fetchMe, ME_KEY } from '../../../services/account'
import type { Me } from '../../../services/account'
import { followsLook, setElder } from '../../../services/appearance'
import { home, keptHome } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import { go, goTab } from '../../../services/navigate'
import { page } from '../../../services/page'
import { roleWords, worksOf } from './works'
import type { Work } from './works'

/** 我的, at work: who I am here, where I am, large text, the way to the villagers' side. */
page({
  data: {
    ...pageState(),
    elder: false,
    staff: false,
    /** 号源安排 is the administrator's. */
    plans: false,
    lines: [] as { key: string; text: string }[],
    works: [] as Work[],
  },
  lifetimes: followsLook(({ elder }) => ({ elder })),
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, { key: ME_KEY, fetch: fetchMe, show: (me: Me) => this.showMe(me) })
      // A phone that came here first does not know yet whether this is a county.
      if (!keptHome() && (await home().catch(() => null))) this.showWorks()
      await this.nameVillage()
    },
    showMe({ account }: Me) {
      const roles = account?.roles ?? []
      const lines = [
        { key: '身份', text: roleWords(roles) },
        { key: '窗口', text: account?.staff?.window ?? '' },
      ]
      this.setData({
        plans: account?.roles.includes('admin') ?? false,
        staff: !!account?.staff,
        lines: lines.filter(({ text }) => text),
      })
      Object.assign(this, { villageId: account?.staff?.villageId ?? '', roles })
      this.showWorks()
    },
    showWorks() {
      const { roles = [] } = this as unknown as { roles?: Parameters<typeof worksOf>[0] }
      this.setData({ works: worksOf(roles, keptHome()?.township.oversees === true) })
    },
    async nameVillage() {
      const { villageId } = this as unknown as { villageId?: string }
      if (!villageId) return
      const villages = (await home().catch(() => null))?.villages ?? []
      const text = villages.find(({ id }) => id === villageId)?.name ?? ''
      const lines = this.data.lines.filter(({ key }) => key !== '哪个村')
      if (text) this.setData({ lines: [...lines, { key: '哪个村', text }] })
    },
    toggleElder() {
      setElder(!this.data.elder)
    },
    openWork(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.url))
    },
    openMessages() {
      go('/packages/help/messages/messages')
    },
    openRatings() {
      go('/packages/rating/rectifications/rectifications')
    },
    openWarnings() {
      go('/packages/rating/warnings/warnings')
    },
    openPlan() {
      go('/packages/office/plan/plan')
    },
    openBulletins() {
      go('/packages/supervise/bulletin/bulletin')
    },
    goVillagers() {
      goTab('/pages/home/home')
    },
  },
})
