import { dial } from '../../services/phone'
import type { Presence } from '../../services/presence'
import { initial } from '../../shared/matter-words'

/** A person or an office with a round call button: who has it. */
Component({
  properties: {
    name: String,
    line: String,
    phone: String,
    /** `Presence` of services/presence: whether they are in today; null when nobody knows. */
    presence: { type: Object, value: null as unknown as object },
  },
  data: { initial: '' },
  observers: {
    name(name: string) {
      this.setData({ initial: initial(name) })
    },
  },
  methods: {
    call() {
      const { presence, phone } = this.data as { presence: Presence | null; phone: string }
      dial(presence?.phone ?? phone)
    },
  },
})
