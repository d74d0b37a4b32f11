import { keptMe, me, villageId } from '../../services/account'
import { followAppearance } from '../../services/appearance'
import { home } from '../../services/catalog'
import type { Home } from '../../services/catalog'
import { dial } from '../../services/phone'
import { presenceOf } from '../../services/presence'
import type { Presence } from '../../services/presence'
import { initial } from '../../shared/matter-words'

/**
 * 找个人: one large button to a living person. The agent of one's own village; while the village is
 * not known, the station. Sits above the tab bar, or at the bottom of other pages.
 */
Component({
  properties: {
    /** What for: `不会弄？打给`, `有事打给`. */
    lead: { type: String, value: '不会弄？打给' },
    aboveTabs: Boolean,
    /** Changes when the village was chosen anew. */
    village: String,
  },
  data: {
    name: '',
    line: '',
    number: '',
    phone: '',
    initial: '',
    large: false,
    presence: null as Presence | null,
    sample: false,
  },
  lifetimes: {
    attached() {
      const stop = followAppearance(({ large }) => {
        this.setData({ large })
      })
      Object.assign(this, { stop })
      void this.begin()
    },
    detached() {
      ;(this as unknown as { stop?: () => void }).stop?.()
    },
  },
  pageLifetimes: {
    show() {
      void this.show()
    },
  },
  observers: {
    village() {
      void this.show()
    },
  },
  methods: {
    /** Who is asked for comes after the page's own first call. */
    async begin() {
      await this.show()
      this.learnVillage()
    },
    async show() {
      const data = await home().catch(() => null)
      if (!data) return
      const person = personOf(data, villageId())
      this.setData({ ...person, presence: null, sample: data.township.sample })
      if (person.isAgent) void this.lookIfIn(person.name)
    },
    /** A page opened from a message may be the first: the village is not on the phone yet. */
    learnVillage() {
      if (villageId() || keptMe()) return
      me().then(
        () => void this.show(),
        () => undefined,
      )
    },
    async lookIfIn(name: string) {
      const presence = await presenceOf(name, { villageId: villageId() })
      if (presence && this.data.name === name) this.setData({ presence })
    },
    call() {
      dial(this.data.presence?.phone ?? this.data.phone)
    },
  },
})

function personOf(data: Home, village: string) {
  const agent = data.villages.find(({ id }) => id === village)?.agent
  const { station } = data.township
  return agent
    ? {
        name: agent.name,
        line: '本村代办员',
        number: agent.phone,
        phone: agent.phone,
        initial: initial(agent.name),
        isAgent: true,
      }
    : {
        name: '便民服务站',
        line: '',
        number: station.phone,
        phone: station.phone,
        isAgent: false,
        initial: '站',
      }
}
