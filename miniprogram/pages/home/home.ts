import { ME_KEY, chooseVillage, fetchMe } from '../../services/account'
import { followsLook } from '../../services/appearance'
import { fetchOrKept, readCache } from '../../services/cache'
import { CASES_KEY, fetchCases } from '../../services/case'
import type { ListedCase } from '../../services/case'
import { HOME_KEY, fetchHome, keptItems } from '../../services/catalog'
import type { Home } from '../../services/catalog'
import { find, prepareFinder } from '../../services/finder'
import type { FoundItem } from '../../services/finder'
import { load, pageState } from '../../services/load'
import { whoAndWhere } from '../../services/me-state'
import { selectTab } from '../../services/tabs'
import { emergencyOf } from '../../shared/emergency'
import type { Emergency } from '../../shared/emergency'
import { openScene } from './scene'
import { lifeEvents, nextThursday, openMatters } from './view'
import type { LifeEvent, MatterCard, Thursday } from './view'
import { go, goTab } from '../../services/navigate'
import { page } from '../../services/page'

page({
  data: {
    ...pageState(),
    large: false,
    dark: false,
    village: '',
    villageId: '',
    choosing: false,
    events: [] as LifeEvent[],
    itemCount: 0,
    thursday: null as Thursday | null,
    matters: [] as MatterCard[],
    matterCount: 0,
    query: '',
    searching: false,
    results: [] as FoundItem[],
    guessed: false,
    /** What was typed cannot wait: whom to ring first. */
    emergency: null as Emergency | null,
  },
  lifetimes: followsLook(({ large, dark }) => ({ large, dark })),
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      openScene(query)
    },
    onShow() {
      selectTab(this, 0)
      void this.refresh()
    },
    /** One call brings the first screen; the rest follows once it stands. */
    async refresh() {
      await load(this, {
        key: HOME_KEY,
        fetch: fetchHome,
        show: (home: Home) => this.showHome(home),
      })
      await Promise.all([this.refreshPerson(), this.refreshMatters(), this.prepareSearch()])
    },
    showHome(home: Home) {
      const { villageId, village } = whoAndWhere()
      void wx.setNavigationBarTitle({ title: `${home.township.name}便民服务` })
      this.setData({
        village,
        villageId,
        events: lifeEvents(home.categories, keptItems()),
        thursday: nextThursday(home, villageId),
      })
    },
    async refreshPerson() {
      try {
        await fetchOrKept(ME_KEY, fetchMe)
      } catch {
        return
      }
      this.showVillage()
    },
    showVillage() {
      const { villageId, village } = whoAndWhere()
      const home = readCache<Home>(HOME_KEY)?.data
      if (home) this.setData({ village, villageId, thursday: nextThursday(home, villageId) })
    },
    async refreshMatters() {
      const kept = readCache<ListedCase[]>(CASES_KEY)?.data
      if (kept) this.showMatters(kept)
      try {
        this.showMatters(await fetchOrKept(CASES_KEY, async () => (await fetchCases()).cases))
      } catch {
        // not registered yet, or offline: no matters to show
      }
    },
    showMatters(cases: ListedCase[]) {
      this.setData({ matters: openMatters(cases), matterCount: cases.length })
    },
    async prepareSearch() {
      try {
        const items = await prepareFinder()
        const home = readCache<Home>(HOME_KEY)?.data
        this.setData({
          itemCount: items.length,
          events: home ? lifeEvents(home.categories, items) : this.data.events,
        })
        if (this.data.query) this.showResults(this.data.query)
      } catch {
        // searching says so when it is tried
      }
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.showResults(event.detail.value)
    },
    showResults(query: string) {
      const emergency = emergencyOf(query)
      const found = query.trim() ? find(query) : null
      // Beside a number to dial at once nothing is guessed.
      const shown = emergency && found?.guessed ? null : found
      this.setData({
        query,
        searching: query.trim() !== '',
        results: shown?.items ?? [],
        guessed: shown?.guessed ?? false,
        emergency,
      })
    },
    clearSearch() {
      this.showResults('')
    },
    openItem(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/guide/item/item?code=${String(event.currentTarget.dataset.code)}`)
    },
    openCategory(event: WechatMiniprogram.TouchEvent) {
      const { id = '' } = event.currentTarget.dataset as { id?: string }
      go(`/packages/guide/items/items?category=${id}`)
    },
    openGuidePage(event: WechatMiniprogram.TouchEvent) {
      const name = String(event.currentTarget.dataset.page)
      go(`/packages/guide/${name}/${name}`)
    },
    openMatter(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/case/progress/progress?id=${String(event.currentTarget.dataset.id)}`)
    },
    allMatters() {
      goTab('/pages/progress/progress')
    },
    bookThursday() {
      const { thursday, villageId } = this.data
      go(`/packages/booking/slots/slots?venue=${villageId}&date=${thursday?.date ?? ''}`)
    },
    chooseVillage() {
      this.setData({ choosing: true })
    },
    closeVillages() {
      this.setData({ choosing: false })
    },
    villageChosen(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      chooseVillage(event.detail.id)
      this.setData({ choosing: false })
      this.showVillage()
    },
  },
})
