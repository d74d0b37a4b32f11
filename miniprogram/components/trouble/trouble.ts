import { keptHome } from '../../services/catalog'
import { dial } from '../../services/phone'

/** Something asked for did not happen: what, what is kept, again or by phone. */
Component({
  properties: {
    /** `Trouble` of services/act, or null. */
    trouble: { type: Object, value: null },
    /** Who else can do it; empty is the station. */
    phone: String,
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    again() {
      this.triggerEvent('again')
    },
    call() {
      dial(this.data.phone || (keptHome()?.township.station.phone ?? ''))
    },
  },
})
