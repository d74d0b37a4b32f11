import { INBOX_KEY, ME_KEY, fetchInbox, fetchMe, keptMe } from '../../services/account'
import type { Me } from '../../services/account'
import { appearance, followsLook, setElder, setTheme } from '../../services/appearance'
import type { ThemeChoice } from '../../services/appearance'
import { fetchOrKept } from '../../services/cache'
import { home } from '../../services/catalog'
import { load, pageState } from '../../services/load'
import { whoAndWhere } from '../../services/me-state'
import { dial } from '../../services/phone'
import { staffStart } from '../../services/roles'
import { selectTab } from '../../services/tabs'
import { initial } from '../../shared/matter-words'
import { go } from '../../services/navigate'
import { page } from '../../services/page'

const CONTACTS: Readonly<Record<string, string>> = {
  phone: '打电话',
  relative: '告诉家里人',
  agent: '告诉代办员',
  paper: '写条子送来',
}

interface Person {
  readonly name: string
  readonly initial: string
  readonly line: string
}

/** 我的: who I am here, large text, dark, messages, and the phones of those who help. */
page({
  data: {
    ...pageState(),
    person: null as Person | null,
    registered: false,
    villageId: '',
    isStaff: false,
    unread: 0,
    elder: false,
    theme: 'auto' as ThemeChoice,
    themes: [
      { theme: 'auto', text: '跟手机一样' },
      { theme: 'light', text: '浅色' },
      { theme: 'dark', text: '深色' },
    ],
    agent: null as { name: string; phone: string } | null,
    station: null as { name: string; phone: string; hours: string } | null,
    supervisorPhone: '',
  },
  lifetimes: followsLook(({ elder, theme }) => ({ elder, theme })),
  methods: {
    onShow() {
      selectTab(this, 3)
      void this.refresh()
    },
    async refresh() {
      await load(this, { key: ME_KEY, fetch: fetchMe, show: (me: Me) => this.showMe(me) })
      await Promise.all([this.showPhones(), this.countMessages()])
    },
    showMe({ account }: Me) {
      const resident = account?.resident
      const staff = account?.staff
      const { homeVillage } = whoAndWhere()
      const name = resident?.name ?? staff?.name ?? ''
      const line = resident
        ? `${homeVillage}，${resident.contact.phone ?? CONTACTS[resident.contact.by] ?? ''}`
        : (staff?.post ?? '')
      this.setData({
        person: name ? { name, initial: initial(name), line } : null,
        registered: !!resident,
        villageId: resident?.villageId ?? '',
        isStaff: staffStart(account) !== '',
      })
    },
    async showPhones() {
      try {
        const { township, villages } = await home()
        const { villageId } = whoAndWhere()
        this.setData({
          agent: villages.find(({ id }) => id === villageId)?.agent ?? null,
          station: township.station,
          supervisorPhone: township.supervisorPhone,
        })
      } catch {
        // offline at the very first start: no phones are known yet
      }
    },
    async countMessages() {
      if (!this.data.person) return
      try {
        const { messages } = await fetchOrKept(INBOX_KEY, () => fetchInbox())
        this.setData({ unread: messages.filter(({ read }) => !read).length })
      } catch {
        // the row stands without a number
      }
    },
    register() {
      go('/packages/help/register/register')
    },
    openMessages() {
      go('/packages/help/messages/messages')
    },
    openSurvey() {
      go('/packages/rating/survey/survey')
    },
    openRaised() {
      go('/packages/affairs/list/list?kind=raised')
    },
    openPlaces() {
      go('/packages/places/places/places')
    },
    openJoin() {
      go('/packages/desk/join/join')
    },
    openMonth() {
      go('/packages/supervise/month/month')
    },
    openTrack() {
      go('/packages/case/track/track')
    },
    openOffice() {
      const start = staffStart(keptMe()?.account)
      if (start) go(start)
    },
    toggleElder() {
      setElder(!appearance().elder)
    },
    pickTheme(event: WechatMiniprogram.TouchEvent) {
      setTheme(event.currentTarget.dataset.theme as ThemeChoice)
    },
    callSupervisor() {
      dial(this.data.supervisorPhone)
    },
  },
})
